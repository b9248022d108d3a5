import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Who may hold the clinical key, written inside the clinical vault itself: a public key swapped in the keyring
 * by somebody without the clinical key does not match this list and is shown to the next psychologist.
 */
@Entity({ name: 'clinical_member' })
export class ClinicalMemberEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'public_key', type: 'text' }) publicKey!: string;
  @Column({ name: 'words', type: 'text' }) words!: string;
  @Column({ name: 'granted_by', type: 'text' }) grantedBy!: string;
  @Column({ name: 'granted_at', type: 'text' }) grantedAt!: string;
  @Column({ name: 'removed_at', type: 'text', nullable: true }) removedAt!: string | null;
}
