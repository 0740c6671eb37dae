import type { CaseLine } from './types';

const ended: ReadonlySet<string> = new Set(['closed', 'archived', 'declined', 'withdrawn', 'void', 'merged']);

/** Whether somebody still answers for it. */
export const isOpen = ({ status }: Pick<CaseLine, 'status'>): boolean => !ended.has(status);
