import { whyNoServers } from '../../deploy/local/jars';
import { runOn } from './app';
import { cluster } from './cluster-app';

// Imported before a spec: that spec, unchanged, on a cluster. Skipped by name where none can run.
runOn(cluster);
if (whyNoServers() !== undefined) globalThis.describe = describe.skip;
