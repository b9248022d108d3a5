import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of a vault's journal. Both vaults have the same two tables; a journal lives in the file whose changes it tells of. */
@Entity({ name: 'journal' })
@Index('ix_journal_subject', ['subject', 'subjectId'])
@Index('ix_journal_user', ['userId'])
export class JournalEntity {
  @PrimaryColumn({ name: 'seq', type: 'integer' }) seq!: number;
  @Column({ name: 'at', type: 'text' }) at!: string;
  @Column({ name: 'user_id', type: 'text', nullable: true }) userId!: string | null;
  @Column({ name: 'session_id', type: 'text', nullable: true }) sessionId!: string | null;
  @Column({ name: 'action', type: 'text' }) action!: string;
  @Column({ name: 'subject', type: 'text' }) subject!: string;
  @Column({ name: 'subject_id', type: 'text', nullable: true }) subjectId!: string | null;
  @Column({ name: 'outcome', type: 'text' }) outcome!: string;
  @Column({ name: 'detail', type: 'text', nullable: true }) detail!: string | null;
  @Column({ name: 'h', type: 'text', nullable: true }) h!: string | null;
  /** 64 bytes: the keyed MAC and the plain link of the chain (see README.md). */
  @Column({ name: 'mac', type: 'blob' }) mac!: Buffer;
}

/** Exactly one row: the chain key of the running epoch. The keys of closed epochs no longer exist. */
@Entity({ name: 'journal_key' })
export class JournalKeyEntity {
  @PrimaryColumn({ name: 'epoch', type: 'integer' }) epoch!: number;
  @Column({ name: 'key', type: 'blob' }) key!: Buffer;
}
