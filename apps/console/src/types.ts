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
export type CaseAsOf = Answer<'caseAsOf'>;
export type StateAt = Answer<'caseState'>;
/** A case as it was after some step. */
export type CaseState = StateAt['state'];
export type DeskPageOf = Answer<'readDesk'>;
export type PastDeskPageOf = Answer<'readPastDesk'>;
export type DeskLine = DeskPageOf['lines'][number];
export type FollowUpPageOf = Answer<'listFollowUps'>;
export type FollowUpLine = FollowUpPageOf['lines'][number];
export type Revealed = Answer<'revealCase'>;
export type MadeLink = Answer<'makeLink'>;
export type RevealedVolunteer = Answer<'revealVolunteer'>;
export type VolunteerPage = Answer<'listVolunteers'>;
export type VolunteerLine = VolunteerPage['volunteers'][number];
export type VolunteerDetail = Answer<'readVolunteer'>;
export type FreeTime = NonNullable<VolunteerDetail['freeTime']>;
export type BoardPageOf = Answer<'listBoard'>;
export type BoardCard = BoardPageOf['cards'][number];
export type LaneName = BoardPageOf['lane'];
export type OrderRankings = Answer<'orderRankings'>;
export type WhyAnswer = Answer<'whyVolunteer'>;
export type PolicyVersions = Answer<'listPolicyVersions'>;
export type PolicyVersion = Answer<'readPolicyVersion'>;
export type CatalogueVersions = Answer<'catalogueVersions'>;
export type PeopleOf = Answer<'listPeople'>;
export type UsersOf = Answer<'listUsers'>;
export type TokensOf = Answer<'listTokens'>;
export type NewToken = operations['addToken']['responses'][201]['content']['application/json'];

/** What every recorded command answers. */
export interface Recorded {
  readonly caseId?: string;
  readonly number?: string;
  readonly trackingCode?: string;
  readonly revision: number;
  readonly position: string;
}
