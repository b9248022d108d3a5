import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PersonName } from '../../../shared/kernel/names';
import type { ChildFields, ChildIdentity, ChildState } from '../../../shared/modules/children/children.model';
import type { Language } from '../../../shared/kernel/roles';

/**
 * A child's record. The columns from `state` on are a summary that the list reads in one statement; the service
 * writes them anew whenever a consent, wish, flag or state changes.
 */
@Entity({ name: 'child' })
@Unique('uq_child_no', ['no'])
// Beyond the order of names it carries what lists are filtered by: a filter that few meet reads this index and not every record.
@Index('ix_child_name', ['sortKey', 'no', 'institutionId', 'programmeId', 'state', 'wishes', 'consentUntil', 'openFlags', 'birthDate'])
@Index('ix_child_birth', ['birthDate', 'no'])
@Index('ix_child_institution', ['institutionId', 'sortKey', 'no'])
@Index('ix_child_waiting', ['waitingSince', 'no'])
export class ChildEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  /** Serial number: the code's figure, the search index's row, the tie-break of every order. Never reused. */
  @Column({ name: 'no', type: 'integer' }) no!: number;
  @Column({ name: 'code', type: 'text' }) code!: string;
  @Column({ name: 'short_name', type: 'text' }) shortName!: string;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ name: 'name', type: 'simple-json' }) name!: PersonName;
  @Column({ name: 'birth_date', type: 'text' }) birthDate!: string;
  @Column({ name: 'sex', type: 'text' }) sex!: ChildFields['sex'];
  @Column({ name: 'citizenship', type: 'text' }) citizenship!: ChildFields['citizenship'];
  @Column({ name: 'identity', type: 'simple-json', nullable: true }) identity!: ChildIdentity | null;
  @Column({ name: 'personal_number', type: 'text' }) personalNumber!: string;
  @Column({ name: 'legal_status', type: 'text' }) legalStatus!: ChildFields['legalStatus'];
  @Column({ name: 'legal_basis', type: 'text' }) legalBasis!: string;
  @Column({ name: 'institution_id', type: 'text' }) institutionId!: string;
  @Column({ name: 'programme_id', type: 'text' }) programmeId!: string;
  @Column({ name: 'group_name', type: 'text' }) group!: string;
  @Column({ name: 'school', type: 'text' }) school!: string;
  @Column({ name: 'file_number', type: 'text' }) fileNumber!: string;
  @Column({ name: 'languages', type: 'simple-json' }) languages!: Language[];
  @Column({ name: 'interests', type: 'simple-json' }) interests!: string[];
  @Column({ name: 'strengths', type: 'simple-json' }) strengths!: string[];
  @Column({ name: 'helps', type: 'text' }) helps!: string;
  @Column({ name: 'upsets', type: 'text' }) upsets!: string;
  @Column({ name: 'not_to_ask', type: 'text' }) notToAsk!: string;
  @Column({ name: 'safety_note', type: 'text' }) safetyNote!: string;
  @Column({ name: 'photo_file', type: 'text', nullable: true }) photoFile!: string | null;
  @Column({ name: 'state', type: 'text' }) state!: ChildState['state'];
  @Column({ name: 'life', type: 'simple-json' }) life!: ChildState;
  @Column({ name: 'waiting_since', type: 'text', nullable: true }) waitingSince!: string | null;
  @Column({ name: 'wishes', type: 'text' }) wishes!: 'none' | 'draft' | 'confirmed';
  @Column({ name: 'wishes_on', type: 'text', nullable: true }) wishesOn!: string | null;
  /** '' no consent, '9999-12-31' one without an end, otherwise the last day. */
  @Column({ name: 'consent_until', type: 'text' }) consentUntil!: string;
  @Column({ name: 'open_flags', type: 'integer' }) openFlags!: number;
  @Column({ name: 'blocked', type: 'boolean' }) blocked!: boolean;
  @Column({ name: 'version', type: 'integer' }) version!: number;
  @Column({ name: 'created_at', type: 'text' }) createdAt!: string;
  @Column({ name: 'updated_at', type: 'text' }) updatedAt!: string;
}

export const DETAIL_KINDS = ['consent', 'paper', 'relative', 'placement', 'sibling', 'flag', 'wish', 'step'] as const;
export type DetailKind = (typeof DETAIL_KINDS)[number];

/** What a record holds many of. `data` is validated by the module's schemas on the way in. */
@Entity({ name: 'child_detail' })
@Index('ix_child_detail_child', ['childId', 'kind'])
export class ChildDetailEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'child_id', type: 'text' }) childId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: DetailKind;
  @Column({ name: 'data', type: 'simple-json' }) data!: Record<string, unknown>;
  @Column({ name: 'created_at', type: 'text' }) createdAt!: string;
  @Column({ name: 'created_by', type: 'text' }) createdBy!: string;
}

/** A file or photograph; its bytes lie encrypted in the file store under `stored`, its key only here. */
@Entity({ name: 'child_file' })
@Index('ix_child_file_child', ['childId'])
export class ChildFileEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'child_id', type: 'text' }) childId!: string;
  @Column({ name: 'role', type: 'text' }) role!: 'photo' | 'file';
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'type', type: 'text' }) type!: string;
  @Column({ name: 'size', type: 'integer' }) size!: number;
  @Column({ name: 'stored', type: 'text' }) stored!: string;
  @Column({ name: 'key', type: 'blob' }) key!: Buffer;
  @Column({ name: 'sha256', type: 'text' }) sha256!: string;
  @Column({ name: 'added_on', type: 'text' }) addedOn!: string;
  @Column({ name: 'added_by', type: 'text' }) addedBy!: string;
}

/** What happened to a record: moves, corrections with their before and after, rows struck. Appended, never changed. */
@Entity({ name: 'child_event' })
@Index('ix_child_event_child', ['childId', 'at'])
export class ChildEventEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'child_id', type: 'text' }) childId!: string;
  @Column({ name: 'at', type: 'text' }) at!: string;
  @Column({ name: 'by_name', type: 'text' }) byName!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'data', type: 'simple-json' }) data!: Record<string, unknown>;
}

/** What is left of an erased or merged record: its number, so that it is never given again, and how it went. No identity. */
@Entity({ name: 'child_tombstone' })
export class ChildTombstoneEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'no', type: 'integer' }) no!: number;
  @Column({ name: 'how', type: 'text' }) how!: 'erased' | 'merged';
  @Column({ name: 'into_id', type: 'text', nullable: true }) intoId!: string | null;
  @Column({ name: 'act_number', type: 'text' }) actNumber!: string;
  @Column({ name: 'at', type: 'text' }) at!: string;
}
