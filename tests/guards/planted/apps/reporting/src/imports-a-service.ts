import '../../dispatch/src/index';
