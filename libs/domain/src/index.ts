// What the community says and decides: messages and deciders. Pure: no clock, no I/O, no other library than zod.
export * from './actor';
export * from './case/case.commands';
export * from './case/case.events';
export * from './case/case.values';
export * from './catalogue/catalogue.messages';
export * from './compound/compound.messages';
export * from './decider';
export * from './installation/installation.messages';
export * from './match/match.messages';
export * from './message';
export * from './organisation/organisation.messages';
export * from './policy/policy.messages';
export * from './refusals';
export * from './rules';
export * from './sealed';
export * from './values';
export * from './volunteer/volunteer.messages';
