import { MemoryAccessLog } from './access-log';
import { describeAccessLog } from './privacy.contract';

describeAccessLog('memory', () => Promise.resolve(new MemoryAccessLog()));
