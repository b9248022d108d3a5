import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EmergencyEnd } from '../../../shared/modules/users/emergency.model';

/** Somebody read the clinical vault by its paper key. The file itself refuses to change or remove such a row; only its end is added, once. */
@Entity({ name: 'emergency_access' })
export class EmergencyAccessEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'user_id', type: 'text' }) userId!: string;
  @Column({ name: 'user_name', type: 'text' }) userName!: string;
  /** Who brought the second half of the key, when it is kept as two. */
  @Column({ name: 'second_id', type: 'text', nullable: true }) secondId!: string | null;
  @Column({ name: 'second_name', type: 'text', nullable: true }) secondName!: string | null;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'from_at', type: 'text' }) fromAt!: string;
  @Column({ name: 'until_at', type: 'text' }) untilAt!: string;
  @Column({ name: 'ended_at', type: 'text', nullable: true }) endedAt!: string | null;
  @Column({ name: 'ended_how', type: 'text', nullable: true }) endedHow!: EmergencyEnd | null;
}
