import { MemoryReadModels } from './memory-read-models';
import { describeReadModels } from './read-models.contract';

describeReadModels('memory', () => Promise.resolve(new MemoryReadModels()));
