import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Attendance, GroupFields, SharedFields } from '../../../shared/modules/art-therapy/art-therapy.model';

/** The educators' layer: it stands in the records and holds nothing that a psychologist would not say aloud in the corridor. */
@Entity({ name: 'art_group' })
@Index('ix_art_group_institution', ['institutionId'])
export class ArtGroupEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  /** Out of the fields, for the scope of lists. */
  @Column({ name: 'institution_id', type: 'text' }) institutionId!: string;
  @Column({ name: 'ended_on', type: 'text', nullable: true }) endedOn!: string | null;
  @Column({ name: 'fields', type: 'simple-json' }) fields!: GroupFields;
  @Column({ name: 'leader_id', type: 'text' }) leaderId!: string;
  @Column({ name: 'leader_name', type: 'text' }) leaderName!: string;
  @Column({ name: 'created_at', type: 'text' }) createdAt!: string;
}

/** One stay of a child in a group; a child who comes back has another row. */
@Entity({ name: 'art_group_member' })
@Index('ix_art_group_member_group', ['groupId'])
@Index('ix_art_group_member_child', ['childId'])
export class ArtGroupMemberEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'group_id', type: 'text' }) groupId!: string;
  @Column({ name: 'child_id', type: 'text' }) childId!: string;
  @Column({ name: 'from_date', type: 'text' }) fromDate!: string;
  @Column({ name: 'to_date', type: 'text', nullable: true }) toDate!: string | null;
}

@Entity({ name: 'art_group_session' })
@Index('ix_art_group_session_group', ['groupId', 'onDate'])
export class ArtGroupSessionEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'group_id', type: 'text' }) groupId!: string;
  @Column({ name: 'on_date', type: 'text' }) onDate!: string;
  @Column({ name: 'shared', type: 'simple-json' }) shared!: SharedFields;
}

@Entity({ name: 'art_attendance' })
@Unique('uq_art_attendance', ['sessionId', 'childId'])
@Index('ix_art_attendance_child', ['childId'])
export class ArtAttendanceEntity {
  /** `<session id>/<child id>` */
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'session_id', type: 'text' }) sessionId!: string;
  @Column({ name: 'child_id', type: 'text' }) childId!: string;
  @Column({ name: 'data', type: 'simple-json' }) data!: Attendance;
}
