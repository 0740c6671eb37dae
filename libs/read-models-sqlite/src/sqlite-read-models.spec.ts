import { describeReadModels } from '@threekeys/read-models/contract';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteReadModels } from './sqlite-read-models';

const home = mkdtempSync(join(tmpdir(), 'read-models-'));
let files = 0;
const file = (): string => join(home, `views-${(files += 1)}.sqlite`);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describeReadModels('sqlite', () => SqliteReadModels.open(file()));
