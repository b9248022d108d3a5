import { z } from 'zod';

/** Days after which the rail's foot reminds, and after which it warns. */
export const REMIND_AFTER_DAYS = 7;
export const WARN_AFTER_DAYS = 14;

export const BACKUP_STANDINGS = ['fresh', 'due', 'overdue', 'never'] as const;
export type BackupStanding = (typeof BACKUP_STANDINGS)[number];

/** `sinceDays`: whole days since the last verified backup. */
export function standingOf(sinceDays: number | null): BackupStanding {
  if (sinceDays === null) return 'never';
  return sinceDays >= WARN_AFTER_DAYS ? 'overdue' : sinceDays >= REMIND_AFTER_DAYS ? 'due' : 'fresh';
}

export const BackupStatus = z.object({
  standing: z.enum(BACKUP_STANDINGS),
  lastAt: z.string().nullable(),
  sinceDays: z.number().int().nullable(),
  lastDrillAt: z.string().nullable(),
});

export const FolderPath = z.string().trim().min(1).max(1000);

/** What speaks against a folder. `synced` and `network` travel over somebody else's wires; `same-disk` dies with this disk. */
export const PLACE_WARNINGS = ['synced', 'network', 'same-disk'] as const;

export const Place = z.object({
  folder: z.string(),
  parent: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), path: z.string() })),
  backups: z.array(z.object({ file: z.string(), name: z.string(), size: z.number().int(), changedAt: z.string() })),
  writable: z.boolean(),
  warnings: z.array(z.enum(PLACE_WARNINGS)),
});
export type Place = z.infer<typeof Place>;

export const SuggestedPlace = z.object({ folder: z.string(), kind: z.enum(['last', 'drive', 'documents', 'home']) });

export const KnownBackup = z.object({
  id: z.string(),
  file: z.string(),
  madeAt: z.string(),
  size: z.number().int(),
  isThere: z.boolean(),
  /** False for backups under an earlier recovery sheet: they need that sheet. */
  opensWithCurrentSheet: z.boolean(),
});
export type KnownBackup = z.infer<typeof KnownBackup>;

export const MadeBackup = z.object({ id: z.string(), file: z.string(), size: z.number().int(), madeAt: z.string(), files: z.number().int() });

export const CheckedBackup = z.object({
  madeAt: z.string(),
  organisation: z.string().nullable(),
  files: z.number().int(),
  bytes: z.number().int(),
  /** Rows in the records vault. */
  rows: z.number().int(),
  clinical: z.enum(['absent', 'unread', 'sound']),
  seconds: z.number(),
});
export type CheckedBackup = z.infer<typeof CheckedBackup>;

export const RestorePreview = z.object({
  madeAt: z.string(),
  madeBy: z.string(),
  organisation: z.string().nullable(),
  administrators: z.array(z.object({ id: z.string(), name: z.string() })),
  files: z.number().int(),
  bytes: z.number().int(),
  rows: z.number().int(),
  clinical: z.enum(['absent', 'sealed']),
  program: z.string(),
  /** The journal's line at the moment of the backup, to be compared with the paper journal. */
  line: z.string(),
});
export type RestorePreview = z.infer<typeof RestorePreview>;
