import '../support/on-cluster';
import '../import/chicago.e2e.spec';
