import { useState } from 'react';
import { useAct } from '../../act';
import { useCommunity } from '../../community';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import type { CaseDetail, OrderOf } from '../../types';
import { Button } from '../../ui/button';
import { Select } from '../../ui/field';
import { useWindowWords } from '../../window-words';
import { useToast } from '../../ui/toast';
import { useVolunteerNames } from '../case/volunteer-names';
import { volunteersOf } from '../case/volunteer-words';

interface AskedProps {
  one: CaseDetail;
  order: OrderOf;
}

type Offer = OrderOf['offers'][number];

/** Who was asked, how they answered, and until when the others may. */
export function AskedPanel({ one, order }: AskedProps) {
  const { t, time } = useI18n();
  const windowWords = useWindowWords();
  const nameOf = useVolunteerNames(volunteersOf(one));
  const [withdrawing, setWithdrawing] = useState<Offer | undefined>(undefined);
  const seatOf = ({ offerId }: Offer) => order.assigned.find((each) => each.offerId === offerId);
  const isOpen = (offer: Offer) => ['offered', 'accepted'].includes(offer.status) && !seatOf(offer);
  return (
    <section className="panel" aria-labelledby="who-was-asked">
      <h2 id="who-was-asked">{t.board.asked}</h2>
      {order.offers.length === 0 && <p>{t.board.nobodyAsked}</p>}
      {order.offers.length > 0 && (
        <table className="cards wrapping" aria-labelledby="who-was-asked">
          <thead>
            <tr>
              <th scope="col">{t.board.volunteer}</th>
              <th scope="col">{t.board.status}</th>
              <th scope="col">{t.board.due}</th>
              <th scope="col">{t.board.window}</th>
              <th scope="col" className="unbroken">
                {t.board.wave}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {order.offers.map((offer) => (
              <tr key={offer.offerId}>
                <th scope="row">{nameOf(offer.volunteerId)}</th>
                <td className="unbroken" data-label={t.board.status}>
                  {t.orderStatuses[seatOf(offer)?.status ?? offer.status] ?? offer.status}
                </td>
                <td data-label={t.board.due}>{time(offer.expiresAt)}</td>
                <td data-label={t.board.window}>{windowWords(offer.window)}</td>
                <td data-label={t.board.wave}>{offer.wave}</td>
                <td>
                  {isOpen(offer) && one.allowed.includes('WithdrawOffer') && (
                    <Button about={nameOf(offer.volunteerId)} onClick={() => setWithdrawing(offer)}>
                      {t.board.withdraw}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {withdrawing && (
        <WithdrawDialog
          caseId={one.caseId}
          {...{ order, offer: withdrawing, name: nameOf(withdrawing.volunteerId) }}
          onClose={() => setWithdrawing(undefined)}
        />
      )}
    </section>
  );
}

interface WithdrawProps {
  caseId: string;
  order: OrderOf;
  offer: Offer;
  name: string;
  onClose: () => void;
}

function WithdrawDialog({ caseId, order, offer, name, onClose }: WithdrawProps) {
  const { t } = useI18n();
  const community = useCommunity();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const act = useAct(() => {
    toast(({ board, case: { done } }) => `${board.withdraw}: ${done}`);
    onClose();
  });
  const [isChecked, setIsChecked] = useState(false);
  const submit = () => {
    setIsChecked(true);
    if (reason === '') return;
    act.mutate({
      path: `/api/cases/${caseId}/commands/WithdrawOffer`,
      body: () => ({ workOrderId: order.workOrderId, offerId: offer.offerId, reason }),
      shownBy: `/api/cases/${caseId}`,
    });
  };
  return (
    <FormDialog title={t.board.withdrawOf(name)} {...{ act, onClose }} onSubmit={submit}>
      <Select
        label={t.fields.reason ?? ''}
        required
        error={isChecked && reason === '' ? t.board.missing(t.fields.reason ?? '') : undefined}
        options={[
          { value: '', label: t.choose },
          ...(community?.grounds.override ?? []).map((value) => ({ value, label: t.codes[value] ?? value })),
        ]}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </FormDialog>
  );
}
