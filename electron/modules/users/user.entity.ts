import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Language, Role } from '../../../shared/kernel/roles';

/** A colleague. Keys live in the keyring under the same id; the role lives here, and only here. */
@Entity({ name: 'user_account' })
@Unique('uq_user_account_name', ['name'])
export class UserEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'post', type: 'text' }) post!: string;
  @Column({ name: 'roles', type: 'simple-json' }) roles!: Role[];
  /** 'all' or a list of institution ids. */
  @Column({ name: 'institution_ids', type: 'simple-json' }) institutionIds!: 'all' | string[];
  /** Children assigned to a coach; other roles do not read it. */
  @Column({ name: 'child_ids', type: 'simple-json' }) childIds!: string[];
  @Column({ name: 'language', type: 'text' }) language!: Language;
  @Column({ name: 'idle_minutes', type: 'integer' }) idleMinutes!: number;
  @Column({ name: 'active', type: 'boolean' }) active!: boolean;
  @Column({ name: 'version', type: 'integer' }) version!: number;
  @Column({ name: 'created_at', type: 'text' }) createdAt!: string;
  @Column({ name: 'left_at', type: 'text', nullable: true }) leftAt!: string | null;
}
