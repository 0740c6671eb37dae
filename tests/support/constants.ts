import { join } from 'node:path';

export const root = join(__dirname, '..', '..');
export const password = 'correct horse battery staple';
