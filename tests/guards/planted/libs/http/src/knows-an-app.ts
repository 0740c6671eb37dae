import '../../../apps/dispatch/src/index';
