import '../../../tools/esdb-double/src/double';
