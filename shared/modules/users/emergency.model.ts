import { z } from 'zod';
import { RowId, UserId } from '../../kernel/ids';

export const EMERGENCY_ENDS = ['ended', 'expired', 'locked'] as const;
export type EmergencyEnd = (typeof EMERGENCY_ENDS)[number];

/** Without the reason: for those who watch over the house and do not read what is clinical. */
export const EmergencyNotice = z.object({
  id: RowId,
  userId: UserId,
  name: z.string(),
  secondName: z.string().nullable(),
  fromAt: z.string(),
  untilAt: z.string(),
});
export type EmergencyNotice = z.infer<typeof EmergencyNotice>;

export const EmergencyAccess = z.object({
  id: RowId,
  userId: UserId,
  userName: z.string(),
  secondName: z.string().nullable(),
  reason: z.string(),
  fromAt: z.string(),
  untilAt: z.string(),
  endedAt: z.string().nullable(),
  endedHow: z.enum(EMERGENCY_ENDS).nullable(),
  /** The records know of it and the clinical vault does not: its file was put back or altered. */
  missing: z.boolean(),
});
export type EmergencyAccess = z.infer<typeof EmergencyAccess>;
