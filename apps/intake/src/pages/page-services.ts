import { Follow } from './follow';
import { KeyPage } from './key-page';
import { LinkCommands } from './link-commands';
import { LinkMaking } from './link-making';
import { LinkedCases } from './linked-cases';
import { LinkedThings } from './linked-things';
import { Links } from './links';
import { OfferPage } from './offer-page';
import { PlansShown } from './plan';
import { RequestAccesses } from './request-accesses';
import { RequestPage } from './request-page';
import { RequestStory } from './request-story';
import { TrackedRequesters } from './tracked-requesters';

/** What the pages are made from. */
export const pageServices = [
  ...[Links, LinkedCases, LinkCommands, LinkMaking, LinkedThings, Follow, TrackedRequesters],
  ...[OfferPage, KeyPage, PlansShown, RequestPage, RequestStory, RequestAccesses],
];
