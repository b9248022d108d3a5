import { z } from 'zod';
import { command, defineModule, query } from '../../contract/define';
import { ChildId, FileId, RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { requiredLine } from '../../kernel/text';
import {
  Blocker,
  ChildDuplicate,
  ChildFields,
  ChildFile,
  ChildFilter,
  ChildPaperFields,
  ChildRecord,
  ChildRow,
  ConsentFields,
  FlagFields,
  LEAVE_REASONS,
  PlacementFields,
  RelativeFields,
  SiblingFields,
  SORTS,
  TimelineEntry,
  WishFields,
} from './children.model';

const child = { subject: 'child', id: (input: { id: string }) => input.id } as const;
const ofChild = z.object({ id: ChildId }).strict();
const row = z.object({ id: ChildId, rowId: RowId }).strict();
const reason = requiredLine(500);
const change = <T extends z.ZodType>(value: T) => z.object({ from: value, to: value }).strict();
const shape = ChildFields.shape;

export const ChildChanges = z
  .object(
    Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, change(value).optional()])) as {
      [K in keyof typeof shape]: z.ZodOptional<z.ZodObject<{ from: (typeof shape)[K]; to: (typeof shape)[K] }>>;
    },
  )
  .strict();
export type ChildChanges = z.infer<typeof ChildChanges>;

const Listing = z.object({
  search: z.string().max(200).default(''),
  filter: ChildFilter.default({}),
  sort: z.enum(SORTS).default('name'),
  descending: z.boolean().default(false),
});
/** A row inside the record is written whole; a new id makes it, a known id replaces it. */
const rowCommand = <T extends z.ZodType>(fields: T) =>
  command({
    permission: 'child.write',
    input: z.object({ id: ChildId, rowId: RowId, fields }).strict(),
    output: ChildRecord,
    audit: child,
  });
const transition = <T extends z.ZodRawShape>(extra: T, permission: 'child.move' | 'child.prepare' = 'child.move') =>
  command({
    permission,
    input: z.object({ id: ChildId, ...extra }).strict(),
    output: ChildRecord,
    errors: ['CHILD.WRONG_STATE', 'CHILD.NOT_READY', 'CHILD.AGE_NEEDS_REASON', 'CHILD.HAS_PAIR'],
    audit: { subject: 'child', id: (input) => (input as { id: string }).id },
  });
const Pdf = z.object({ pdf: z.string(), fileName: z.string() });

export const childrenContract = defineModule('children', {
  list: query({
    permission: 'child.read',
    input: Listing.extend({ cursor: z.string().max(500).nullable().default(null), limit: z.number().int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(ChildRow), nextCursor: z.string().nullable() }),
  }),
  /** Asked after the first page is on the screen. */
  count: query({ permission: 'child.read', input: Listing.pick({ search: true, filter: true }), output: z.object({ total: z.number().int() }) }),
  quickSearch: query({
    permission: 'child.read',
    input: z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(20).default(8) }).strict(),
    output: z.array(ChildRow),
  }),
  get: query({ permission: 'child.read', input: ofChild, output: ChildRecord, audit: child }),
  timeline: query({ permission: 'child.read', input: ofChild, output: z.array(TimelineEntry) }),
  /** The numbers in full; each look is told in the journal. */
  reveal: query({
    permission: 'child.reveal',
    input: ofChild.extend({ reason }),
    output: ChildFields.pick({ identity: true, personalNumber: true }),
    audit: child,
  }),
  /** Search before create, with why each one may be the same child. */
  duplicates: query({
    permission: 'child.write',
    input: ChildFields.pick({ name: true, personalNumber: true }).extend({
      birthDate: PlainDate.nullable(),
      identityNumber: z.string().max(40),
      exceptId: ChildId.nullable(),
    }),
    output: z.array(ChildDuplicate),
  }),
  create: command({
    permission: 'child.write',
    input: z
      .object({ id: ChildId, fields: ChildFields, knownDuplicates: z.array(ChildId).max(50).default([]), ageReason: z.string().max(500).default('') })
      .strict(),
    output: ChildRecord,
    errors: ['CHILD.LIKELY_DUPLICATE', 'CHILD.TOO_YOUNG', 'CHILD.TOO_OLD', 'CHILD.AGE_NEEDS_REASON'],
    audit: child,
  }),
  update: command({ permission: 'child.write', input: z.object({ id: ChildId, changes: ChildChanges }).strict(), output: ChildRecord, audit: child }),

  saveConsent: rowCommand(ConsentFields),
  withdrawConsent: command({
    permission: 'child.write',
    input: row.extend({ on: PlainDate, reason }),
    output: ChildRecord,
    errors: ['CONSENT.WITHDRAWN'],
    audit: child,
  }),
  savePaper: rowCommand(ChildPaperFields),
  saveRelative: rowCommand(RelativeFields),
  savePlacement: rowCommand(PlacementFields),
  /** Written on both children at once. */
  saveSibling: command({
    permission: 'child.write',
    input: z.object({ id: ChildId, rowId: RowId, fields: SiblingFields }).strict(),
    output: ChildRecord,
    errors: ['SIBLING.ITSELF'],
    audit: child,
  }),
  /** A paper, relative, placement or sibling link entered by mistake. */
  removeRow: command({
    permission: 'child.write',
    input: row.extend({ kind: z.enum(['paper', 'relative', 'placement', 'sibling']), reason }),
    output: ChildRecord,
    audit: child,
  }),
  raiseFlag: rowCommand(FlagFields),
  resolveFlag: command({ permission: 'child.write', input: row.extend({ resolution: reason }), output: ChildRecord, audit: child }),

  /** `confirmed` false keeps an unfinished sheet; a confirmed sheet is never changed, a newer one follows it. */
  saveWishes: command({
    permission: 'child.prepare',
    input: z.object({ id: ChildId, rowId: RowId, fields: WishFields, confirmed: z.boolean() }).strict(),
    output: ChildRecord,
    errors: ['WISHES.CONFIRMED', 'WISHES.EMPTY'],
    audit: child,
  }),
  completeStep: command({
    permission: 'child.prepare',
    input: z
      .object({
        id: ChildId,
        code: z.string().max(41),
        on: PlainDate,
        note: z.string().max(2000),
        decision: z.enum(['agrees', 'refuses']).nullable(),
      })
      .strict(),
    output: ChildRecord,
    errors: ['STEP.UNKNOWN', 'STEP.DECISION_NEEDED', 'CHILD.WRONG_STATE'],
    audit: child,
  }),
  undoStep: command({
    permission: 'child.prepare',
    input: z.object({ id: ChildId, code: z.string().max(41), reason }).strict(),
    output: ChildRecord,
    errors: ['CHILD.WRONG_STATE'],
    audit: child,
  }),
  startPreparation: transition({}, 'child.prepare'),
  markReady: transition({ ageReason: z.string().max(500).default('') }),
  pause: transition({ reason, until: PlainDate.nullable() }),
  resume: transition({}),
  leave: transition({ reason: z.enum(LEAVE_REASONS), note: z.string().max(1000) }),
  reopen: transition({ reason }),

  setPhoto: command({
    permission: 'child.write',
    input: z.object({ id: ChildId, data: z.base64().max(14_000_000) }).strict(),
    output: ChildRecord,
    errors: ['PHOTO.NO_CONSENT', 'FILE.TOO_LARGE', 'FILE.TYPE_REFUSED', 'FILE.TOO_MANY_PIXELS'],
    audit: child,
  }),
  removePhoto: command({ permission: 'child.write', input: ofChild, output: ChildRecord, audit: child }),
  photo: query({ permission: 'child.read', input: ofChild, output: z.object({ data: z.string(), type: z.string() }).nullable() }),
  addFile: command({
    permission: 'child.write',
    input: z.object({ id: ChildId, fileId: FileId, name: z.string().min(1).max(255), data: z.base64().max(14_000_000) }).strict(),
    output: ChildFile,
    errors: ['FILE.TOO_LARGE', 'FILE.TYPE_REFUSED', 'FILE.TOO_MANY_PIXELS'],
    audit: child,
  }),
  file: query({
    permission: 'child.read',
    input: ofChild.extend({ fileId: FileId }),
    output: z.object({ data: z.string(), type: z.string(), name: z.string() }),
    audit: child,
  }),
  removeFile: command({ permission: 'child.write', input: ofChild.extend({ fileId: FileId, reason }), output: ChildRecord, audit: child }),

  mergePreview: query({
    permission: 'child.merge',
    input: z.object({ keepId: ChildId, mergeId: ChildId }).strict(),
    output: z.object({
      fields: z.array(z.object({ field: z.string(), keep: z.unknown(), merge: z.unknown() })),
      moves: z.record(z.string(), z.number().int()),
      blockers: z.array(Blocker),
    }),
    audit: { subject: 'child', id: (input: { keepId: string }) => input.keepId },
  }),
  /** What `take` names comes from the record that goes; its rows move over; its code is kept as a second code. */
  merge: command({
    permission: 'child.merge',
    input: z.object({ keepId: ChildId, mergeId: ChildId, take: z.array(z.string().max(40)).max(30), reason }).strict(),
    output: ChildRecord,
    errors: ['MERGE.SAME', 'CHILD.HAS_PAIR'],
    audit: { subject: 'child', id: (input: { keepId: string }) => input.keepId },
  }),
  erasePreview: query({
    permission: 'child.erase',
    input: ofChild,
    output: z.object({ goes: z.record(z.string(), z.number().int()), stays: z.array(z.string()), blockers: z.array(Blocker) }),
    audit: child,
  }),
  /** The person goes, a numbered act of destruction without a name stays. `confirmCode` is the child's code, typed. */
  erase: command({
    permission: 'child.erase',
    input: ofChild.extend({ basis: reason, confirmCode: z.string().max(20), secondPerson: requiredLine(120) }),
    output: Pdf.extend({ actNumber: z.string() }),
    errors: ['ERASE.CODE_DIFFERS', 'ERASE.RECORD_CHANGED', 'CHILD.HAS_PAIR'],
    audit: child,
  }),

  /** Spreadsheet of what the list shows. The reason goes into the journal. */
  exportList: query({
    permission: 'child.export',
    input: Listing.pick({ search: true, filter: true, sort: true }).extend({ reason, language: z.enum(['ru', 'kk', 'en']) }),
    output: z.object({ xlsx: z.string(), fileName: z.string(), rows: z.number().int() }),
    audit: { subject: 'child', id: () => null },
  }),
  /** For an acquaintance meeting: the staff's version, or one without anything that tells who the child is. */
  characteristic: query({
    permission: 'child.print',
    input: ofChild.extend({ version: z.enum(['staff', 'depersonalised']), language: z.enum(['ru', 'kk']) }),
    output: Pdf,
    audit: child,
  }),
});
