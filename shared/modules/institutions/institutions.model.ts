import { z } from 'zod';
import { AuthorityId, InstitutionId, ProgrammeId } from '../../kernel/ids';
import { Language } from '../../kernel/roles';

export const JURISDICTIONS = ['kz', 'ru'] as const;
export const Jurisdiction = z.enum(JURISDICTIONS);
export type Jurisdiction = z.infer<typeof Jurisdiction>;

const text = (max: number) => z.string().trim().max(max);
const name = z.string().trim().min(2, { error: 'FIELD.REQUIRED' }).max(300);
const version = z.number().int();
/** BIN of Kazakhstan (12 digits) or INN of Russia (10 or 12); empty while unknown. */
const registration = z
  .string()
  .trim()
  .regex(/^(\d{10}|\d{12})?$/, { error: 'FIELD.REGISTRATION_NUMBER' });

export const OrganisationFields = z
  .object({
    nameRu: name,
    nameKk: text(300),
    registrationNumber: registration,
    addressRu: text(300),
    addressKk: text(300),
    phone: text(60),
    email: text(120),
  })
  .strict();
export const Organisation = OrganisationFields.extend({ version });
export type Organisation = z.infer<typeof Organisation>;

export const InstitutionFields = z
  .object({
    nameRu: name,
    nameKk: text(300),
    shortName: z.string().trim().min(1, { error: 'FIELD.REQUIRED' }).max(60),
    jurisdiction: Jurisdiction,
    registrationNumber: registration,
    addressRu: text(300),
    addressKk: text(300),
    placeRu: text(120),
    placeKk: text(120),
    phone: text(60),
    headName: text(200),
    headNameGenitive: text(200),
    headPostRu: text(120),
    headPostKk: text(120),
    headBasisRu: text(200),
    headBasisKk: text(200),
    authorityId: AuthorityId.nullable(),
    closed: z.boolean(),
  })
  .strict();
export const Institution = InstitutionFields.extend({ id: InstitutionId, version });
export type Institution = z.infer<typeof Institution>;

export const AuthorityFields = z
  .object({
    nameRu: name,
    nameKk: text(300),
    jurisdiction: Jurisdiction,
    addressRu: text(300),
    addressKk: text(300),
    phone: text(60),
    officialName: text(200),
    officialNameGenitive: text(200),
    officialPostRu: text(120),
    officialPostKk: text(120),
    officialBasisRu: text(200),
    officialBasisKk: text(200),
  })
  .strict();
export const Authority = AuthorityFields.extend({ id: AuthorityId, version });
export type Authority = z.infer<typeof Authority>;

export const PreparationStep = z
  .object({
    code: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
    /** Empty for the four built-in steps: their title comes from the interface's language. */
    title: text(200),
    required: z.boolean(),
  })
  .strict();

/** The steps of preparing a child, as the two programmes describe them; a programme may add or loosen its own. */
export const DEFAULT_PREPARATION = [
  { code: 'mentor-role', title: '', required: true },
  { code: 'meeting-rules', title: '', required: true },
  { code: 'wishes', title: '', required: true },
  { code: 'own-consent', title: '', required: true },
];

export const DEFAULT_NOTE_TERM_DAYS = 3;

export const ProgrammeFields = z
  .object({
    name,
    jurisdiction: Jurisdiction,
    minAge: z.number().int().min(0).max(18),
    maxAge: z.number().int().min(0).max(23),
    ageRule: z.enum(['warn', 'refuse']),
    minMentorAge: z.number().int().min(18, { error: 'PROGRAMME.MENTOR_ADULT' }).max(99),
    workingLanguages: z.array(Language).min(1, { error: 'FIELD.REQUIRED' }).max(3),
    rulePack: text(60),
    preparationSteps: z.array(PreparationStep).max(30),
    /** A psychologist's unsigned note is overdue after as many days. */
    noteTermDays: z.number().int().min(1).max(60).default(DEFAULT_NOTE_TERM_DAYS),
    closed: z.boolean(),
  })
  .strict()
  .refine((programme) => programme.minAge <= programme.maxAge, { error: 'PROGRAMME.AGES_CROSSED', path: ['maxAge'] });
export const Programme = z.object({ ...ProgrammeFields.shape, id: ProgrammeId, version });
export type Programme = z.infer<typeof Programme>;
