import type { Refusal } from '../refusals';
import type { OrganisationCommand, OrganisationEvent } from './organisation.messages';

export type OrganisationDecision = readonly OrganisationEvent[] | Refusal;
export type DataOf<T extends OrganisationCommand['type']> = Extract<OrganisationCommand, { type: T }>['data'];
