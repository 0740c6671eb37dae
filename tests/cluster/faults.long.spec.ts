import { describeFaults } from './faults';

describeFaults(20);
