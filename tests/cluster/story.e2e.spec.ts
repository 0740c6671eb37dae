import '../support/on-cluster';
import '../story/path-light.e2e.spec';
