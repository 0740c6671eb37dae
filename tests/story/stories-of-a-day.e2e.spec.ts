import './told/town.fixtures';
import './told/path-light.story';
import './told/noise.story';
import './told/anonymous-shop.story';
import './told/second-caller.story';
import './told/wrong-jurisdiction.story';
import './told/staff-leaves.story';
import './told/question.story';
import './told/gas-smell.story';
import { whatIsKept } from './told/ending.fixtures';

// Stories that need no day to pass: they are told on every engine.

whatIsKept();
