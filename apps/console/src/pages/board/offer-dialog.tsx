import { useState } from 'react';
import { useAct } from '../../act';
import { useCommunity } from '../../community';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import { instantOf, localTextOf } from '../../community-time';
import type { Messages } from '../../messages/zh';
import type { CaseDetail, OrderOf } from '../../types';
import { Choice } from '../../ui/choice';
import { Select, TextArea, TextField } from '../../ui/field';
import { useToast } from '../../ui/toast';

/** Whom, and when they could come, where matching knows. */
export interface Offering {
  readonly volunteerId: string;
  readonly name: string;
  readonly window?: { readonly from: string; readonly to: string };
}

interface OfferDialogProps {
  one: CaseDetail;
  order: OrderOf;
  offering: Offering;
  onClose: () => void;
}

const nothingTyped = { basis: '', reason: '', words: '', from: '', to: '' };
type Typed = typeof nothingTyped;

/** Somebody else than matching would ask next: asked, or assigned where they have agreed; with the reason. */
export function OfferDialog({ one, order, offering, onClose }: OfferDialogProps) {
  const { t, offsetMinutes: offset } = useI18n();
  const toast = useToast();
  const { window, name, volunteerId } = offering;
  const [typed, setTyped] = useState<Typed>({
    ...nothingTyped,
    // What was ranked for a time that is over is asked for another one.
    ...(window &&
      new Date().toISOString() < window.to && {
        from: localTextOf(window.from, offset),
        to: localTextOf(window.to, offset),
      }),
  });
  const [isChecked, setIsChecked] = useState(false);
  const errors = errorsIn(typed, t);
  const act = useAct(() => {
    toast(({ board, case: { done } }) => `${board.offer}: ${done}`);
    onClose();
  });
  const submit = () => {
    setIsChecked(true);
    if (Object.keys(errors).length > 0) return;
    const { basis, reason } = typed;
    const words = typed.words.trim();
    act.mutate({
      path: `/api/cases/${one.caseId}/commands/OfferToVolunteer`,
      body: () => ({
        ...{ workOrderId: order.workOrderId, volunteerId, basis, reason, wave: 1 },
        window: { from: instantOf(typed.from, offset), to: instantOf(typed.to, offset) },
        ...(words && { words }),
      }),
      shownBy: `/api/cases/${one.caseId}`,
    });
  };
  return (
    <FormDialog title={t.board.offerTo(name)} {...{ act, onClose }} onSubmit={submit}>
      <Fields
        typed={typed}
        errors={isChecked ? errors : {}}
        onChange={(change) => setTyped({ ...typed, ...change })}
      />
    </FormDialog>
  );
}

function errorsIn({ basis, reason, from, to }: Typed, t: Messages): Partial<Typed> {
  return {
    ...(basis === '' && { basis: t.board.missing(t.board.how) }),
    ...(from === '' && { from: t.board.missing(t.fields.windowFrom ?? '') }),
    ...(!(from < to) && { to: t.board.windowOrder }),
    ...(reason === '' && { reason: t.board.missing(t.fields.reason ?? '') }),
  };
}

interface FieldsProps {
  typed: Typed;
  errors: Partial<Typed>;
  onChange: (change: Partial<Typed>) => void;
}

function Fields({ typed, errors, onChange }: FieldsProps) {
  const { t } = useI18n();
  const community = useCommunity();
  const labels = { from: t.fields.windowFrom ?? '', to: t.fields.windowTo ?? '' };
  return (
    <>
      <Choice
        legend={t.board.how}
        required
        error={errors.basis}
        options={[
          { value: 'offer', label: t.board.askThem },
          { value: 'override', label: t.board.assignThem },
        ]}
        value={typed.basis}
        onChange={(basis) => onChange({ basis })}
      />
      <div className="side-by-side">
        {(['from', 'to'] as const).map((name) => (
          <TextField
            key={name}
            label={labels[name]}
            type="datetime-local"
            required
            error={errors[name]}
            value={typed[name]}
            onChange={({ target }) => onChange({ [name]: target.value })}
          />
        ))}
      </div>
      <Select
        label={t.fields.reason ?? ''}
        required
        error={errors.reason}
        options={[
          { value: '', label: t.choose },
          ...(community?.grounds.override ?? []).map((value) => ({ value, label: t.codes[value] ?? value })),
        ]}
        value={typed.reason}
        onChange={({ target }) => onChange({ reason: target.value })}
      />
      <TextArea
        label={t.fields.words ?? ''}
        maxLength={2000}
        value={typed.words}
        onChange={({ target }) => onChange({ words: target.value })}
      />
    </>
  );
}
