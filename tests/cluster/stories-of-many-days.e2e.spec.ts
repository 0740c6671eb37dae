import '../support/on-cluster-in-passing-time';
import '../story/stories-of-many-days.e2e.spec';
