import { z } from 'zod';

/** Ids are lower-case UUID v4. The brand keeps a mentor's id out of a child's place at compile time. */
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
const id = <B extends string>(_name: B) => uuid.brand<B>();

export const UserId = id('UserId');
export type UserId = z.infer<typeof UserId>;
export const InstitutionId = id('InstitutionId');
export type InstitutionId = z.infer<typeof InstitutionId>;
export const AuthorityId = id('AuthorityId');
export type AuthorityId = z.infer<typeof AuthorityId>;
export const ProgrammeId = id('ProgrammeId');
export type ProgrammeId = z.infer<typeof ProgrammeId>;
export const ChildId = id('ChildId');
export type ChildId = z.infer<typeof ChildId>;
export const MentorId = id('MentorId');
export type MentorId = z.infer<typeof MentorId>;
export const PairId = id('PairId');
export type PairId = z.infer<typeof PairId>;
export const DocumentId = id('DocumentId');
export type DocumentId = z.infer<typeof DocumentId>;
export const FileId = id('FileId');
export type FileId = z.infer<typeof FileId>;
/** The id of a row that lives inside another record (a consent, a relative, a paper). */
export const RowId = id('RowId');
export type RowId = z.infer<typeof RowId>;
