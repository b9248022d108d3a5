import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { RecordKind, RecordState, Subject } from '../../../shared/modules/clinical/clinical.model';

/** The header of every clinical record; its content lives in the table of its own module under the same id. */
@Entity({ name: 'clinical_record' })
@Unique('uq_clinical_record_no', ['no'])
@Index('ix_clinical_record_subject', ['subjectKind', 'subjectId', 'onDate', 'no'])
@Index('ix_clinical_record_state', ['state', 'authorId', 'updatedAt'])
@Index('ix_clinical_record_kind', ['kind', 'no'])
export class ClinicalRecordEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  /** Serial number: the search index's row and the order of lists. Never reused. */
  @Column({ name: 'no', type: 'integer' }) no!: number;
  @Column({ name: 'kind', type: 'text' }) kind!: RecordKind;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: Subject['kind'];
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ name: 'label', type: 'text' }) label!: string;
  @Column({ name: 'on_date', type: 'text' }) onDate!: string;
  @Column({ name: 'author_id', type: 'text' }) authorId!: string;
  @Column({ name: 'author_name', type: 'text' }) authorName!: string;
  @Column({ name: 'state', type: 'text' }) state!: RecordState;
  @Column({ name: 'signed_at', type: 'text', nullable: true }) signedAt!: string | null;
  /** SHA-256 of the content as it was signed; a signed record that no longer matches is named when it is read. */
  @Column({ name: 'signed_hash', type: 'text', nullable: true }) signedHash!: string | null;
  @Column({ name: 'version', type: 'integer' }) version!: number;
  @Column({ name: 'created_at', type: 'text' }) createdAt!: string;
  @Column({ name: 'updated_at', type: 'text' }) updatedAt!: string;
}

@Entity({ name: 'clinical_amendment' })
@Index('ix_clinical_amendment_record', ['recordId'])
export class ClinicalAmendmentEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'record_id', type: 'text' }) recordId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'author_id', type: 'text' }) authorId!: string;
  @Column({ name: 'author_name', type: 'text' }) authorName!: string;
  @Column({ name: 'at', type: 'text' }) at!: string;
}

/** Drawings and scans. The bytes lie encrypted beside the vaults; their key is only here. */
@Entity({ name: 'clinical_file' })
@Index('ix_clinical_file_record', ['recordId'])
export class ClinicalFileEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'record_id', type: 'text' }) recordId!: string;
  @Column({ name: 'child_id', type: 'text', nullable: true }) childId!: string | null;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'type', type: 'text' }) type!: string;
  @Column({ name: 'size', type: 'integer' }) size!: number;
  @Column({ name: 'width', type: 'integer', nullable: true }) width!: number | null;
  @Column({ name: 'height', type: 'integer', nullable: true }) height!: number | null;
  @Column({ name: 'caption', type: 'text' }) caption!: string;
  @Column({ name: 'stored', type: 'text' }) stored!: string;
  @Column({ name: 'key', type: 'blob' }) key!: Buffer;
  @Column({ name: 'sha256', type: 'text' }) sha256!: string;
  @Column({ name: 'added_at', type: 'text' }) addedAt!: string;
}

/** Something half written in the psychologist's room: never in the records vault. */
@Entity({ name: 'clinical_draft' })
@Index('ix_clinical_draft_user', ['userId'])
export class ClinicalDraftEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'user_id', type: 'text' }) userId!: string;
  @Column({ name: 'form_key', type: 'text' }) formKey!: string;
  @Column({ name: 'data', type: 'text' }) data!: string;
  @Column({ name: 'updated_at', type: 'text' }) updatedAt!: string;
}

/** Whose case a child or a candidate is; handed over when a psychologist leaves. */
@Entity({ name: 'clinical_case' })
@Index('ix_clinical_case_responsible', ['responsibleId'])
export class ClinicalCaseEntity {
  /** `<kind>/<subject id>` */
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: Subject['kind'];
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ name: 'responsible_id', type: 'text' }) responsibleId!: string;
  @Column({ name: 'responsible_name', type: 'text' }) responsibleName!: string;
  @Column({ name: 'since', type: 'text' }) since!: string;
}

/** How a case went from one psychologist to another. Appended only; it goes with the records when those are destroyed. */
@Entity({ name: 'clinical_handover' })
@Index('ix_clinical_handover_subject', ['subjectKind', 'subjectId'])
export class ClinicalHandoverEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: Subject['kind'];
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ name: 'from_id', type: 'text' }) fromId!: string;
  @Column({ name: 'from_name', type: 'text' }) fromName!: string;
  @Column({ name: 'to_id', type: 'text' }) toId!: string;
  @Column({ name: 'to_name', type: 'text' }) toName!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  /** Unsigned records that went with it. */
  @Column({ name: 'drafts', type: 'integer' }) drafts!: number;
  @Column({ name: 'by_id', type: 'text' }) byId!: string;
  @Column({ name: 'at', type: 'text' }) at!: string;
}
