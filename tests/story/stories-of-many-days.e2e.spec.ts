import './told/town.fixtures';
import './told/roof-leak.story';
import './told/no-show.story';
import './told/unreachable.story';
import './told/reopened-twice.story';
import { whatIsKept } from './told/ending.fixtures';

// Stories in which days have to pass: they are told where the clock can be set, in one process. The clock of a cluster is
// that of its machines, which nobody sets.

whatIsKept();
