import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ChildVoiceFields } from '../../../shared/modules/mentorships/mentorships.model';
import type { ClosingReason, PairStage } from '../../../shared/modules/mentorships/mentorships.workflow';

@Entity({ name: 'pair' })
@Index('ix_pair_child', ['childId'])
@Index('ix_pair_mentor', ['mentorId'])
@Index('ix_pair_group', ['groupId'])
@Index('ix_pair_since', ['since', 'id'])
export class PairEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'child_id', type: 'text' }) childId!: string;
  @Column({ name: 'mentor_id', type: 'text' }) mentorId!: string;
  @Column({ name: 'programme_id', type: 'text' }) programmeId!: string;
  @Column({ name: 'group_id', type: 'text' }) groupId!: string;
  @Column({ name: 'stage', type: 'text' }) stage!: PairStage;
  @Column({ name: 'since', type: 'text' }) since!: string;
  @Column({ name: 'contract_document_id', type: 'text', nullable: true }) contractDocumentId!: string | null;
  @Column({ name: 'contract_number', type: 'text', nullable: true }) contractNumber!: string | null;
  @Column({ name: 'closing_reason', type: 'text', nullable: true }) closingReason!: ClosingReason | null;
  @Column({ name: 'closing_note', type: 'text' }) closingNote!: string;
  @Column({ name: 'created_at', type: 'text' }) createdAt!: string;
}

/** The log of a pair's stages: rows are added, never changed. */
@Entity({ name: 'pair_stage' })
@Index('ix_pair_stage_pair', ['pairId'])
export class PairStageEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'pair_id', type: 'text' }) pairId!: string;
  @Column({ name: 'no', type: 'integer' }) no!: number;
  @Column({ name: 'from_stage', type: 'text', nullable: true }) fromStage!: PairStage | null;
  @Column({ name: 'to_stage', type: 'text' }) toStage!: PairStage;
  @Column({ name: 'on_date', type: 'text' }) onDate!: string;
  @Column({ name: 'at', type: 'text' }) at!: string;
  @Column({ name: 'by_name', type: 'text' }) byName!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
}

@Entity({ name: 'child_voice' })
@Index('ix_child_voice_pair', ['pairId'])
export class ChildVoiceEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'pair_id', type: 'text' }) pairId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: ChildVoiceFields['kind'];
  @Column({ name: 'decision', type: 'text' }) decision!: ChildVoiceFields['decision'];
  @Column({ name: 'condition', type: 'text' }) condition!: string;
  @Column({ name: 'child_words', type: 'text' }) childWords!: string;
  @Column({ name: 'explained', type: 'text' }) explained!: string;
  @Column({ name: 'said_on', type: 'text' }) saidOn!: string;
  @Column({ name: 'term_from', type: 'text' }) termFrom!: string;
  @Column({ name: 'term_to', type: 'text' }) termTo!: string;
  @Column({ name: 'talked_by', type: 'text' }) talkedBy!: string;
  @Column({ name: 'psychologist_present', type: 'text' }) psychologistPresent!: string;
  @Column({ name: 'withdrawn_on', type: 'text', nullable: true }) withdrawnOn!: string | null;
  @Column({ name: 'withdrawn_reason', type: 'text' }) withdrawnReason!: string;
  @Column({ name: 'created_at', type: 'text' }) createdAt!: string;
}
