import { z } from 'zod';
import { Words } from '../../../../../../../libs/domain/src/values';

export const RemarkMade = z.strictObject({ remark: z.string().max(200) });
export const RemarkHeard = z.strictObject({ remark: Words });
