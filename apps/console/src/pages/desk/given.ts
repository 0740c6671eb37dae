import type { DeskLine } from '../../types';
import type { Given } from '../case/form-of';

/** A command that was chosen on a line. */
export interface Chosen {
  readonly line: DeskLine;
  readonly command: string;
}

const ofOffers: ReadonlySet<string> = new Set(['AcceptOffer', 'DeclineOffer', 'CheckInVolunteer']);

/** What a line says already, so that the form does not ask for it. */
export function givenOf({ line: { step }, command }: Chosen): Given {
  const { workOrderId, offerId, party, requesterId } = step ?? {};
  return {
    ...(workOrderId !== undefined && { workOrderId }),
    ...(offerId !== undefined && ofOffers.has(command) && { offerId: `${workOrderId ?? ''}|${offerId}` }),
    ...(party !== undefined && { party }),
    ...(requesterId !== undefined && { requesterId }),
  };
}
