import type { openedBy as words } from './opened-by-zh';

export const openedBy: typeof words = {
  withCode: 'With your tracking code',
  purposes: {
    contact: 'to reach you',
    visit: 'to visit',
    check: 'to check the work',
    'follow-up': 'to ask how it went',
    audit: 'for an audit',
    'own-case': 'to see how far it is',
    'case-work': 'to work on it',
    administration: 'to manage accounts',
  },
};
