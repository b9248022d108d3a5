import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Language } from '../../../shared/kernel/roles';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import type { Conclusion, ConclusionFields, ExtractFields } from '../../../shared/modules/extracts/extracts.model';

/** In the records: the signed text as it was released. Its words never change; only withdrawal and replacement are added. */
@Entity({ name: 'released_extract' })
@Unique('uq_released_extract_number', ['year', 'no', 'version'])
@Index('ix_released_extract_subject', ['subjectKind', 'subjectId'])
export class ReleasedExtractEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'year', type: 'integer' }) year!: number;
  /** Counts within the year, never reused; a replacement keeps the number and takes the next version. */
  @Column({ name: 'no', type: 'integer' }) no!: number;
  @Column({ name: 'version', type: 'integer' }) version!: number;
  @Column({ name: 'number', type: 'text' }) number!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: Subject['kind'];
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ name: 'purpose', type: 'text' }) purpose!: ExtractFields['purpose'];
  @Column({ name: 'purpose_note', type: 'text' }) purposeNote!: string;
  @Column({ name: 'recipients', type: 'simple-json' }) recipients!: ExtractFields['recipients'];
  @Column({ name: 'recommendation', type: 'text', nullable: true }) recommendation!: ExtractFields['recommendation'];
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'language', type: 'text' }) language!: Language;
  @Column({ name: 'valid_until', type: 'text', nullable: true }) validUntil!: string | null;
  @Column({ name: 'signed_by', type: 'text' }) signedBy!: string;
  @Column({ name: 'signed_on', type: 'text' }) signedOn!: string;
  @Column({ name: 'signed_at', type: 'text' }) signedAt!: string;
  /** SHA-256 of what was signed: a changed word is noticed at the next reading. */
  @Column({ name: 'sha256', type: 'text' }) sha256!: string;
  @Column({ name: 'replaced_by', type: 'text', nullable: true }) replacedBy!: string | null;
  @Column({ name: 'withdrawn_on', type: 'text', nullable: true }) withdrawnOn!: string | null;
  @Column({ name: 'withdrawn_reason', type: 'text' }) withdrawnReason!: string;
}

/** In the clinical vault: the text while it is written, and its signed original. */
@Entity({ name: 'extract_draft' })
export class ExtractDraftEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'fields', type: 'simple-json' }) fields!: ExtractFields;
  @Column({ name: 'replaces', type: 'text', nullable: true }) replaces!: string | null;
}

@Entity({ name: 'conclusion' })
@Unique('uq_conclusion_number', ['year', 'no'])
export class ConclusionEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: Conclusion['kind'];
  @Column({ name: 'year', type: 'integer', nullable: true }) year!: number | null;
  @Column({ name: 'no', type: 'integer', nullable: true }) no!: number | null;
  @Column({ name: 'fields', type: 'simple-json' }) fields!: ConclusionFields;
}
