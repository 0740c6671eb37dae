import { describeKeyStore, openMemoryKeyStore } from './privacy.contract';

describeKeyStore('memory', openMemoryKeyStore);
