import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Attendance, SharedFields } from '../../../shared/modules/art-therapy/art-therapy.model';
import type { ObservationFields, PlanFields, Scale, SessionContent } from '../../../shared/modules/art-therapy/observation.model';

/** What the records are still to be told. Kept here until they were: a crash between the two files is finished at the next opening. */
export type Pending = { kind: 'write'; shared: SharedFields; attendance: Record<string, Attendance | null> } | { kind: 'drop' };

@Entity({ name: 'group_session' })
@Index('ix_group_session_group', ['groupId'])
export class GroupSessionEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'group_id', type: 'text' }) groupId!: string;
  @Column({ name: 'scale_set', type: 'integer' }) scaleSet!: number;
  @Column({ name: 'content', type: 'simple-json' }) content!: SessionContent;
  @Column({ name: 'pending', type: 'simple-json', nullable: true }) pending!: Pending | null;
}

/** A row a child and session: what is written of one child is never stored beside what is written of another. */
@Entity({ name: 'group_observation' })
@Unique('uq_group_observation', ['sessionId', 'childId'])
@Index('ix_group_observation_child', ['childId'])
export class GroupObservationEntity {
  /** `<session id>/<child id>` */
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'session_id', type: 'text' }) sessionId!: string;
  @Column({ name: 'child_id', type: 'text' }) childId!: string;
  @Column({ name: 'fields', type: 'simple-json' }) fields!: ObservationFields;
}

@Entity({ name: 'group_plan' })
export class GroupPlanEntity {
  /** The group's id. */
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'fields', type: 'simple-json' }) fields!: PlanFields;
}

@Entity({ name: 'group_scale_set' })
@Unique('uq_group_scale_set', ['version'])
export class GroupScaleSetEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'version', type: 'integer' }) version!: number;
  @Column({ name: 'scales', type: 'simple-json' }) scales!: Scale[];
  @Column({ name: 'note', type: 'text' }) note!: string;
  @Column({ name: 'author_name', type: 'text' }) authorName!: string;
  @Column({ name: 'made_at', type: 'text', nullable: true }) madeAt!: string | null;
}
