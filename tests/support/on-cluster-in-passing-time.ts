import { clusterInPassingTime } from './cluster-in-passing-time';
import { runOn } from './app';
import './on-cluster';

// Imported before a spec in which days pass: that spec, unchanged, on a cluster whose clock is moved forward.
runOn(clusterInPassingTime);
