import { z } from 'zod';
import { command, defineModule, query } from '../../contract/define';
import { ChildId, DocumentId, InstitutionId, MentorId, PairId, RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { line, requiredLine } from '../../kernel/text';
import {
  ContractDraft,
  ContractTerms,
  DOCUMENT_STATES,
  DocumentRecord,
  DocumentRow,
  FileContent,
  Gate,
  RegisterLine,
  ReturnFields,
  TransferFields,
} from './documents.model';
import { Jurisdiction } from '../institutions/institutions.model';
import { RulePackRecord, TemplateRecord, TemplateRow, TemplateText } from './documents.settings.model';

const document = { subject: 'document' } as const;
const draft = { subject: 'contract-draft' } as const;
const onDocument = { ...document, id: (input: { id: string }) => input.id };
const onDraft = { ...draft, id: (input: { id: string }) => input.id };

const ISSUE_REFUSALS = ['CONTRACT.GATE_CLOSED', 'CONTRACT.ALREADY_ISSUED', 'CONTRACT.CHANGED_DURING_ISSUE', 'NUMBER.TAKEN'] as const;

export const documentsContract = defineModule('documents', {
  list: query({
    permission: 'document.read',
    input: z.object({
      search: z.string().max(200).default(''),
      year: z.number().int().min(1900).max(2199).nullable().default(null),
      states: z.array(z.enum(DOCUMENT_STATES)).max(3).default([]),
      institutionId: InstitutionId.nullable().default(null),
      mentorId: MentorId.nullable().default(null),
      childId: ChildId.nullable().default(null),
      cursor: z.string().max(400).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(DocumentRow), nextCursor: z.string().nullable(), total: z.number().int(), years: z.array(z.number().int()) }),
  }),
  get: query({ permission: 'document.read', input: z.object({ id: DocumentId }), output: DocumentRecord, audit: onDocument }),

  drafts: query({
    permission: 'document.prepare',
    input: z.object({ includeIssued: z.boolean().default(false) }),
    output: z.array(ContractDraft),
  }),
  getDraft: query({ permission: 'document.prepare', input: z.object({ id: RowId }), output: ContractDraft }),
  /** All pairs of one draft share the mentor and the institution. */
  startDraft: command({
    permission: 'document.prepare',
    input: z.object({ id: RowId, pairIds: z.array(PairId).min(1).max(10) }),
    output: ContractDraft,
    errors: ['CONTRACT.PAIRS_DIFFER', 'CONTRACT.PAIR_CLOSED'],
    audit: onDraft,
  }),
  saveDraft: command({
    permission: 'document.prepare',
    input: z.object({ id: RowId, from: ContractTerms, to: ContractTerms }),
    output: ContractDraft,
    errors: ['CONTRACT.ALREADY_ISSUED'],
    audit: onDraft,
  }),
  /** Why the contract is issued despite a warning of the gate; an empty reason takes the acceptance back. */
  acceptWarning: command({
    permission: 'document.issue',
    input: z.object({ id: RowId, key: z.string().max(200), reason: line(1000) }),
    output: ContractDraft,
    errors: ['CONTRACT.NO_SUCH_WARNING', 'CONTRACT.ALREADY_ISSUED'],
    audit: onDraft,
  }),
  dropDraft: command({
    permission: 'document.prepare',
    input: z.object({ id: RowId, reason: requiredLine(300) }),
    output: z.object({ dropped: z.boolean() }),
    errors: ['CONTRACT.ALREADY_ISSUED'],
    audit: onDraft,
  }),

  whyNotIssue: query({ permission: 'document.prepare', input: z.object({ id: RowId }), output: Gate }),
  /** Marked as a draft and without a number; identity numbers are masked unless `revealed`, which is journalled. */
  preview: query({
    permission: 'document.prepare',
    input: z.object({ id: RowId }),
    output: z.object({ file: FileContent, pages: z.number().int() }),
    errors: ['CONTRACT.TOO_LITTLE_TO_SHOW'],
  }),
  previewRevealed: query({
    permission: 'mentor.reveal',
    input: z.object({ id: RowId }),
    output: z.object({ file: FileContent, pages: z.number().int() }),
    audit: onDraft,
  }),
  /** `documentId` is made by the screen: the second press of the button answers with the same document. */
  issue: command({
    permission: 'document.issue',
    input: z.object({ draftId: RowId, documentId: DocumentId }),
    output: DocumentRecord,
    errors: ISSUE_REFUSALS,
    audit: { ...document, id: (input) => input.documentId },
  }),
  issueBatch: command({
    permission: 'document.issue',
    input: z.object({
      items: z
        .array(z.object({ draftId: RowId, documentId: DocumentId }))
        .min(1)
        .max(200),
    }),
    output: z.object({
      issued: z.array(DocumentRow),
      refused: z.array(z.object({ draftId: RowId, code: z.string() })),
      cancelled: z.boolean(),
    }),
    audit: { ...document, id: () => null },
  }),
  reprint: query({
    permission: 'document.read',
    input: z.object({ id: DocumentId }),
    output: FileContent,
    errors: ['DOCUMENT.DAMAGED'],
    audit: onDocument,
  }),
  saveAs: query({
    permission: 'document.export',
    input: z.object({ id: DocumentId, reason: requiredLine(300) }),
    output: FileContent,
    errors: ['DOCUMENT.DAMAGED'],
    audit: onDocument,
  }),
  print: query({
    permission: 'document.read',
    input: z.object({ id: DocumentId }),
    output: FileContent,
    errors: ['DOCUMENT.DAMAGED'],
    audit: onDocument,
  }),
  /** Opens a draft of the next version of the same number; the version in force stays until the new one is issued. */
  correct: command({
    permission: 'document.issue',
    input: z.object({ id: DocumentId, draftId: RowId, reason: requiredLine(1000) }),
    output: ContractDraft,
    errors: ['DOCUMENT.NOT_IN_FORCE', 'CONTRACT.PAIR_CLOSED'],
    audit: onDocument,
  }),
  annul: command({
    permission: 'document.annul',
    input: z.object({ id: DocumentId, reason: requiredLine(1000) }),
    output: DocumentRecord,
    errors: ['DOCUMENT.NOT_IN_FORCE', 'DOCUMENT.CHILD_IS_OUT'],
    audit: onDocument,
  }),

  register: query({
    permission: 'document.read',
    input: z.object({
      year: z.number().int().min(1900).max(2199).nullable().default(null),
      search: z.string().max(200).default(''),
      only: z.enum(['all', 'out', 'overdue', 'returned', 'struck']).default('all'),
      institutionId: InstitutionId.nullable().default(null),
    }),
    output: z.object({ lines: z.array(RegisterLine), years: z.array(z.number().int()) }),
  }),
  handOver: command({
    permission: 'child.move',
    input: z.object({ id: RowId, transfer: TransferFields }),
    output: RegisterLine,
    errors: ['TRANSFER.CHILD_IS_OUT', 'TRANSFER.OUTSIDE_TERM', 'TRANSFER.NOT_OF_THIS_CONTRACT', 'DOCUMENT.NOT_IN_FORCE'],
    audit: { subject: 'transfer', id: (input) => input.id },
  }),
  takeBack: command({
    permission: 'child.move',
    input: z.object({ id: RowId, returned: ReturnFields }),
    output: RegisterLine,
    errors: ['TRANSFER.ALREADY_BACK', 'TRANSFER.STRUCK', 'TRANSFER.BACK_BEFORE_OUT'],
    audit: { subject: 'transfer', id: (input) => input.id },
  }),
  strikeTransfer: command({
    permission: 'document.issue',
    input: z.object({ id: RowId, reason: requiredLine(1000) }),
    output: RegisterLine,
    errors: ['TRANSFER.STRUCK'],
    audit: { subject: 'transfer', id: (input) => input.id },
  }),
  registerPdf: query({
    permission: 'document.read',
    input: z.object({
      year: z.number().int().min(1900).max(2199),
      institutionId: InstitutionId.nullable().default(null),
      language: z.enum(['ru', 'kk']).default('ru'),
    }),
    output: FileContent,
    audit: { subject: 'register', id: () => null },
  }),
  registerXlsx: query({
    permission: 'document.export',
    input: z.object({
      year: z.number().int().min(1900).max(2199),
      institutionId: InstitutionId.nullable().default(null),
      language: z.enum(['ru', 'kk']).default('ru'),
      reason: requiredLine(300),
    }),
    output: FileContent,
    audit: { subject: 'register', id: () => null },
  }),

  templates: query({ permission: 'document.read', input: z.object({}), output: z.array(TemplateRow) }),
  getTemplate: query({
    permission: 'document.read',
    input: z.object({ id: z.string().max(100), version: z.string().max(40) }),
    output: TemplateRecord,
  }),
  /** A template is never edited in place: every save is the organisation's next version. */
  saveTemplateVersion: command({
    permission: 'template.write',
    input: z.object({
      id: RowId,
      templateId: z.string().max(100),
      basedOn: z.string().max(40),
      note: requiredLine(500),
      inForceFrom: PlainDate,
      text: TemplateText,
    }),
    output: TemplateRecord,
    errors: ['TEMPLATE.CHANGED_MEANWHILE', 'TEMPLATE.UNKNOWN_FIELD'],
    audit: { subject: 'template', id: (input) => input.id },
  }),
  previewTemplate: query({
    permission: 'document.read',
    input: z.object({
      templateId: z.string().max(100),
      version: z.string().max(40).nullable(),
      text: TemplateText.nullable(),
      language: z.enum(['kk', 'ru', 'both']).default('both'),
    }),
    output: FileContent,
    errors: ['TEMPLATE.UNKNOWN_FIELD'],
  }),

  rulePacks: query({
    permission: 'document.read',
    input: z.object({ jurisdiction: Jurisdiction.nullable().default(null) }),
    output: z.array(RulePackRecord),
  }),
  /** The organisation's own periods, from a date on, with the source that was read. */
  saveRuleParameters: command({
    permission: 'template.write',
    input: z.object({
      id: RowId,
      jurisdiction: Jurisdiction,
      inForceFrom: PlainDate,
      sourceNote: requiredLine(2000),
      checkedBy: requiredLine(200),
      checkedOn: PlainDate,
      parameters: RulePackRecord.shape.parameters,
    }),
    output: RulePackRecord,
    errors: ['RULES.DATE_TAKEN'],
    audit: { subject: 'rule-pack', id: (input) => input.id },
  }),
});
