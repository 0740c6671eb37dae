// Runs TypeScript from its sources: node --conditions=@threekeys/source -r ./tools/source.cjs apps/…/src/main.ts
const { join } = require('node:path');
process.env.SWC_NODE_PROJECT ??= join(__dirname, '..', 'tsconfig.base.json');
require('@swc-node/register');
