import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ContractTerms, DocumentRow } from '../../../shared/modules/documents/documents.model';

/** A contract in the making. It stays after issue, as the form from which the paper came. */
@Entity({ name: 'contract_draft' })
@Index('ix_contract_draft_updated', ['updatedAt'])
export class ContractDraftEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'pair_ids', type: 'simple-json' }) pairIds!: string[];
  @Column({ name: 'child_ids', type: 'simple-json' }) childIds!: string[];
  @Column({ name: 'mentor_id', type: 'text' }) mentorId!: string;
  @Column({ name: 'institution_id', type: 'text' }) institutionId!: string;
  @Column({ name: 'programme_id', type: 'text' }) programmeId!: string;
  @Column({ name: 'jurisdiction', type: 'text' }) jurisdiction!: 'kz' | 'ru';
  @Column({ name: 'terms', type: 'simple-json' }) terms!: ContractTerms;
  @Column({ name: 'warning_reasons', type: 'simple-json' }) warningReasons!: Record<string, string>;
  @Column({ name: 'corrects', type: 'text', nullable: true }) corrects!: string | null;
  @Column({ name: 'correction_reason', type: 'text' }) correctionReason!: string;
  @Column({ name: 'issued_as', type: 'text', nullable: true }) issuedAs!: string | null;
  @Column({ name: 'dropped_on', type: 'text', nullable: true }) droppedOn!: string | null;
  @Column({ name: 'dropped_reason', type: 'text' }) droppedReason!: string;
  @Column({ name: 'created_at', type: 'text' }) createdAt!: string;
  @Column({ name: 'updated_at', type: 'text' }) updatedAt!: string;
}

/** An issued paper. Nothing of it changes but its state; the bytes lie in `document_file` under the same id. */
@Entity({ name: 'document' })
@Unique('uq_document_number', ['kind', 'year', 'no', 'version'])
@Unique('uq_document_draft', ['draftId'])
@Index('ix_document_issued', ['issuedAt', 'id'])
export class DocumentEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: DocumentRow['kind'];
  @Column({ name: 'year', type: 'integer' }) year!: number;
  @Column({ name: 'no', type: 'integer' }) no!: number;
  @Column({ name: 'version', type: 'integer' }) version!: number;
  @Column({ name: 'number', type: 'text' }) number!: string;
  @Column({ name: 'state', type: 'text' }) state!: DocumentRow['state'];
  @Column({ name: 'draft_id', type: 'text' }) draftId!: string;
  @Column({ name: 'issued_on', type: 'text' }) issuedOn!: string;
  @Column({ name: 'issued_at', type: 'text' }) issuedAt!: string;
  @Column({ name: 'issued_by', type: 'text' }) issuedBy!: string;
  @Column({ name: 'mentor_id', type: 'text' }) mentorId!: string;
  @Column({ name: 'mentor_name', type: 'text' }) mentorName!: string;
  @Column({ name: 'child_ids', type: 'simple-json' }) childIds!: string[];
  @Column({ name: 'child_names', type: 'simple-json' }) childNames!: string[];
  @Column({ name: 'pair_ids', type: 'simple-json' }) pairIds!: string[];
  @Column({ name: 'institution_id', type: 'text' }) institutionId!: string;
  @Column({ name: 'jurisdiction', type: 'text' }) jurisdiction!: 'kz' | 'ru';
  @Column({ name: 'term_from', type: 'text' }) termFrom!: string;
  @Column({ name: 'term_to', type: 'text' }) termTo!: string;
  /** Folded words of the names and the number. */
  @Column({ name: 'search', type: 'text' }) search!: string;
  @Column({ name: 'sha256', type: 'text' }) sha256!: string;
  @Column({ name: 'byte_count', type: 'integer' }) byteCount!: number;
  /** Every value that was printed, and the papers that the gate saw. */
  @Column({ name: 'snapshot', type: 'text' }) snapshot!: string;
  @Column({ name: 'template_version', type: 'text' }) templateVersion!: string;
  @Column({ name: 'rule_pack_version', type: 'text' }) rulePackVersion!: string;
  @Column({ name: 'engine_version', type: 'text' }) engineVersion!: string;
  @Column({ name: 'warning_reasons', type: 'simple-json' }) warningReasons!: Record<string, string>;
  @Column({ name: 'corrects', type: 'text', nullable: true }) corrects!: string | null;
  @Column({ name: 'correction_reason', type: 'text' }) correctionReason!: string;
  @Column({ name: 'annulled_on', type: 'text', nullable: true }) annulledOn!: string | null;
  @Column({ name: 'annul_reason', type: 'text' }) annulReason!: string;
}

@Entity({ name: 'document_file' })
export class DocumentFileEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'content', type: 'blob' }) content!: Buffer;
}

/** The last number given out, one row for each kind and year. It moves only in the transaction that stores the paper. */
@Entity({ name: 'document_number' })
export class DocumentNumberEntity {
  /** `<kind>/<year>`. */
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'last', type: 'integer' }) last!: number;
}

@Entity({ name: 'template_version' })
@Unique('uq_template_version', ['templateId', 'version'])
export class TemplateVersionEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'template_id', type: 'text' }) templateId!: string;
  @Column({ name: 'version', type: 'text' }) version!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'in_force_from', type: 'text' }) inForceFrom!: string;
  @Column({ name: 'note', type: 'text' }) note!: string;
  @Column({ name: 'saved_at', type: 'text' }) savedAt!: string;
  @Column({ name: 'saved_by', type: 'text' }) savedBy!: string;
}

/** The organisation's own periods from a date on; the built-in packs lie in resources/rule-packs. */
@Entity({ name: 'rule_parameters' })
@Unique('uq_rule_parameters', ['jurisdiction', 'inForceFrom'])
export class RuleParametersEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'jurisdiction', type: 'text' }) jurisdiction!: 'kz' | 'ru';
  @Column({ name: 'version', type: 'text' }) version!: string;
  @Column({ name: 'in_force_from', type: 'text' }) inForceFrom!: string;
  @Column({ name: 'source_note', type: 'text' }) sourceNote!: string;
  @Column({ name: 'checked_by', type: 'text' }) checkedBy!: string;
  @Column({ name: 'checked_on', type: 'text' }) checkedOn!: string;
  @Column({ name: 'parameters', type: 'simple-json' }) parameters!: Record<string, number | boolean | string | null>;
  @Column({ name: 'saved_at', type: 'text' }) savedAt!: string;
  @Column({ name: 'saved_by', type: 'text' }) savedBy!: string;
}
