import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { RegisterLine } from '../../../shared/modules/documents/documents.model';

/** A line of the journal of transfers: numbered by year and orphanage, struck with a reason, never deleted. */
@Entity({ name: 'transfer' })
@Unique('uq_transfer_number', ['institutionId', 'year', 'no'])
@Index('ix_transfer_document', ['documentId'])
@Index('ix_transfer_child', ['childId'])
export class TransferEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'institution_id', type: 'text' }) institutionId!: string;
  @Column({ name: 'year', type: 'integer' }) year!: number;
  @Column({ name: 'no', type: 'integer' }) no!: number;
  @Column({ name: 'document_id', type: 'text' }) documentId!: string;
  @Column({ name: 'child_id', type: 'text' }) childId!: string;
  @Column({ name: 'planned_return_on', type: 'text' }) plannedReturnOn!: string;
  @Column({ name: 'planned_return_at', type: 'text' }) plannedReturnAt!: string;
  /** Host, conclusion, child and consent as they stood when the child was handed over. */
  @Column({ name: 'facts', type: 'simple-json' }) facts!: Pick<
    RegisterLine,
    'contractNumber' | 'contractOn' | 'requestOn' | 'host' | 'conclusion' | 'child' | 'consentOn' | 'termFrom' | 'termTo'
  >;
  @Column({ name: 'handed_over', type: 'simple-json' }) handedOver!: RegisterLine['handedOver'];
  @Column({ name: 'returned', type: 'simple-json', nullable: true }) returned!: RegisterLine['returned'];
  @Column({ name: 'note', type: 'text' }) note!: string;
  @Column({ name: 'struck', type: 'simple-json', nullable: true }) struck!: RegisterLine['struck'];
  @Column({ name: 'created_at', type: 'text' }) createdAt!: string;
}
