import '../support/on-cluster';
import '../story/stories-of-a-day.e2e.spec';
