import '../support/on-cluster';
import '../hostile/hostile.e2e.spec';
