import {
  CaseNumber,
  Category,
  Channel,
  Code,
  ExternalId,
  Id,
  Instant,
  PersonId,
  PersonName,
  Phone,
  Place,
  Urgency,
  Words,
} from '@threekeys/domain';
import { RecordedAnswer } from '@threekeys/http';
import { z } from 'zod';

const Person = z.strictObject({ name: PersonName, phone: Phone.optional() });

/** Absent: anonymous. A `proxy` reports on the requester's behalf. */
export const RequesterBody = Person.extend({
  relation: z.enum(['self', 'proxy']).optional(),
  callBack: z.boolean().optional(),
  proxy: Person.optional(),
});
export type RequesterBody = z.infer<typeof RequesterBody>;

/** What somebody at the desk, on the phone or at a door says. */
export const ReportBody = z.strictObject({
  requester: RequesterBody.optional(),
  respondent: z
    .strictObject({
      kind: z.enum(['person', 'household', 'shop', 'company']),
      name: PersonName,
      phone: Phone.optional(),
      organisation: Code.optional(),
      keptOut: z.array(PersonId).max(20).optional(),
    })
    .optional(),
  channel: Channel,
  category: Code.optional(),
  /** Default: the category's. */
  urgency: Urgency.optional(),
  place: Place,
  summary: Words,
  confidential: z.boolean().optional(),
  /** 保存并受理: reports and accepts in one act. */
  accept: z.strictObject({ category: Code, urgency: Urgency.optional() }).optional(),
  /** When it was said, where that is not now. */
  occurredAt: Instant.optional(),
});
export type ReportBody = z.infer<typeof ReportBody>;

export const JoinBody = z.strictObject({
  requester: RequesterBody.optional(),
  words: Words,
  channel: Channel,
  confidential: z.boolean().optional(),
  occurredAt: Instant.optional(),
});
export type JoinBody = z.infer<typeof JoinBody>;

/** 并单: into which case, by its number or its id. */
export const MergeBody = z.strictObject({
  into: z.union([Id, CaseNumber]),
  /** The other case's compound, where it is not this one's. */
  compound: Code.optional(),
  occurredAt: Instant.optional(),
});

/** What the requester takes home. */
export const ReportedAnswer = RecordedAnswer.extend({
  caseId: Id,
  number: z.string(),
  trackingCode: z.string(),
  requesterId: Id,
});
export type ReportedAnswer = z.infer<typeof ReportedAnswer>;

export const OutsideNote = z.strictObject({ at: Instant, kind: Code, words: Words });

/** One case of another system with its notes. */
export const OutsideCase = z.strictObject({
  origin: Code,
  externalId: ExternalId,
  externalParent: ExternalId.optional(),
  outsideStatus: z.enum(['open', 'closed']),
  category: Category.shape.category.optional(),
  channel: Channel,
  reportedAt: Instant,
  summary: Words,
  address: z.string().min(1).max(200).optional(),
  notes: z.array(OutsideNote).max(1000),
});
export type OutsideCase = z.infer<typeof OutsideCase>;

export const ImportedAnswer = z.strictObject({
  caseId: Id,
  number: z.string(),
  /** It was not here before. */
  created: z.boolean(),
  repeated: z.boolean(),
  /** How many notes the case has now. */
  notes: z.int(),
  revision: z.int(),
  position: z.string(),
});
export type ImportedAnswer = z.infer<typeof ImportedAnswer>;
