import './told/town.fixtures';
import './told/roof-leak.story';
import './told/no-show.story';
import './told/unreachable.story';
import './told/reopened-twice.story';
import { whatIsKept } from './told/ending.fixtures';

// Stories in which days have to pass: in one process its clock is set; on a cluster (tests/cluster) that of its processes is
// moved.

whatIsKept();
