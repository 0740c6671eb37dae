import type { openedBy as words } from './opened-by-zh';

export const openedBy: typeof words = {
  roles: {
    'intake-clerk': 'Intake clerk',
    resident: 'With your tracking code',
    dispatcher: 'Dispatcher',
    volunteer: 'Volunteer',
    'social-worker': 'Social worker',
    'courtyard-head': 'Courtyard head',
    'grid-worker': 'Grid worker',
    handler: 'Handler',
    mediator: 'Mediator',
    'key-holder': 'Key holder',
    secretary: 'Secretary',
    auditor: 'Auditor',
    admin: 'Administrator',
    service: 'The system',
  },
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
