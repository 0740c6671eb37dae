import { buildConsole } from '../support/browser';

// Imported before whatever starts the application: a server knows the files of the console from its start.
beforeAll(buildConsole);
