import type { operations } from '@threekeys/api-client';

/** What an operation of the API answers, from its own document: a changed answer does not compile here. */
type Answer<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type Me = Answer<'readMe'>;
export type Community = Answer<'readCommunity'>;
export type Category = Community['categories'][number];
export type CasePageOf = Answer<'listCases'>;
export type CaseLine = CasePageOf['cases'][number];
export type Place = CaseLine['place'];
export type CaseDetail = Answer<'readCase'>;
export type OrderOf = CaseDetail['orders'][number];
export type RequesterOf = CaseDetail['requesters'][number];
export type History = Answer<'caseHistory'>;
export type HistoryEvent = History['events'][number];
export type StateAt = Answer<'caseState'>;
/** A case as it was after some step. */
export type CaseState = StateAt['state'];
export type Revealed = Answer<'revealCase'>;
export type RevealedVolunteer = Answer<'revealVolunteer'>;
export type VolunteerPage = Answer<'listVolunteers'>;
export type VolunteerLine = VolunteerPage['volunteers'][number];

/** What every recorded command answers. */
export interface Recorded {
  readonly caseId?: string;
  readonly number?: string;
  readonly trackingCode?: string;
  readonly revision: number;
  readonly position: string;
}
