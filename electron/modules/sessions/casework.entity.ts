import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MoveEntry, SessionFields, SessionRow } from '../../../shared/modules/sessions/appointments.model';
import type {
  CaseSubject,
  ClosingFields,
  ClosingRecord,
  Decision,
  DisclosureFields,
  DisclosureRecord,
  RequestFields,
  RouteFields,
  RouteRow,
} from '../../../shared/modules/sessions/casework.model';
import type { PlanFields, RatingFields, RatingRow } from '../../../shared/modules/sessions/plan.model';

type SubjectKind = CaseSubject['kind'];

@Entity({ name: 'casework_request' })
@Index('ix_casework_request_subject', ['subjectKind', 'subjectId'])
export class CaseworkRequestEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: SubjectKind;
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ name: 'content', type: 'simple-json' }) content!: RequestFields;
  @Column({ name: 'decision', type: 'simple-json', nullable: true }) decision!: Decision | null;
}

@Entity({ name: 'casework_plan' })
@Index('ix_casework_plan_subject', ['subjectKind', 'subjectId'])
export class CaseworkPlanEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: SubjectKind;
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ name: 'version_no', type: 'integer' }) versionNo!: number;
  @Column({ name: 'content', type: 'simple-json' }) content!: PlanFields;
}

/** How far the goals of one signed plan were reached on one day. Appended; a wrong one is struck with a reason and stays. */
@Entity({ name: 'casework_rating' })
@Index('ix_casework_rating_plan', ['planId', 'ratedOn'])
export class CaseworkRatingEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'plan_id', type: 'text' }) planId!: string;
  @Column({ name: 'rated_on', type: 'text' }) ratedOn!: string;
  @Column({ name: 'content', type: 'simple-json' }) content!: RatingFields;
  @Column({ name: 'author_id', type: 'text' }) authorId!: string;
  @Column({ name: 'author_name', type: 'text' }) authorName!: string;
  @Column({ name: 'at', type: 'text' }) at!: string;
  @Column({ name: 'struck', type: 'simple-json', nullable: true }) struck!: RatingRow['struck'];
}

/**
 * A session from the day it is planned. While it is only planned the row stands alone, light; with the first word of a
 * note it gets the header of a record under the same id, and `content`.
 */
@Entity({ name: 'casework_session' })
@Index('ix_casework_session_day', ['onDate', 'atTime'])
@Index('ix_casework_session_subject', ['subjectKind', 'subjectId', 'onDate'])
@Index('ix_casework_session_series', ['seriesId', 'seriesNo'])
@Index('ix_casework_session_risk', ['riskOpen'])
export class CaseworkSessionEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: SubjectKind;
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ name: 'on_date', type: 'text' }) onDate!: string;
  @Column({ name: 'at_time', type: 'text' }) atTime!: string;
  @Column({ name: 'minutes', type: 'integer' }) minutes!: number;
  @Column({ name: 'place', type: 'text' }) place!: string;
  @Column({ name: 'series_id', type: 'text', nullable: true }) seriesId!: string | null;
  @Column({ name: 'series_no', type: 'integer' }) seriesNo!: number;
  @Column({ name: 'series_of', type: 'integer' }) seriesOf!: number;
  @Column({ name: 'keeper_id', type: 'text' }) keeperId!: string;
  @Column({ name: 'keeper_name', type: 'text' }) keeperName!: string;
  @Column({ name: 'status', type: 'text' }) status!: SessionRow['status'];
  @Column({ name: 'moves', type: 'simple-json' }) moves!: MoveEntry[];
  @Column({ name: 'cancellation', type: 'simple-json', nullable: true }) cancellation!: SessionRow['cancellation'];
  /** False for a session that nobody had planned: a dropped note leaves nothing of it. */
  @Column({ name: 'was_planned', type: 'boolean' }) wasPlanned!: boolean;
  @Column({ name: 'content', type: 'simple-json', nullable: true }) content!: SessionFields | null;
  @Column({ name: 'exception', type: 'text' }) exception!: string;
  /** A risk flag without a written action. */
  @Column({ name: 'risk_open', type: 'boolean' }) riskOpen!: boolean;
}

/** To whom a risk or a disclosure was told. Beside the record, so that a signed one keeps its words. */
@Entity({ name: 'casework_route' })
@Index('ix_casework_route_record', ['recordId'])
export class CaseworkRouteEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'record_id', type: 'text' }) recordId!: string;
  @Column({ name: 'content', type: 'simple-json' }) content!: RouteFields;
  @Column({ name: 'answer', type: 'simple-json', nullable: true }) answer!: RouteRow['answer'];
  @Column({ name: 'author_id', type: 'text' }) authorId!: string;
  @Column({ name: 'author_name', type: 'text' }) authorName!: string;
  @Column({ name: 'at', type: 'text' }) at!: string;
}

@Entity({ name: 'casework_disclosure' })
@Index('ix_casework_disclosure_subject', ['subjectKind', 'subjectId'])
@Index('ix_casework_disclosure_open', ['open'])
export class CaseworkDisclosureEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: SubjectKind;
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ name: 'content', type: 'simple-json' }) content!: DisclosureFields;
  @Column({ name: 'completed', type: 'simple-json', nullable: true }) completed!: DisclosureRecord['completed'];
  @Column({ name: 'open', type: 'boolean' }) open!: boolean;
}

@Entity({ name: 'casework_closing' })
@Index('ix_casework_closing_subject', ['subjectKind', 'subjectId'])
export class CaseworkClosingEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: SubjectKind;
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ name: 'content', type: 'simple-json' }) content!: ClosingFields;
  @Column({ name: 'reopened', type: 'simple-json', nullable: true }) reopened!: ClosingRecord['reopened'];
}

export const caseworkEntities = [
  CaseworkRequestEntity,
  CaseworkPlanEntity,
  CaseworkRatingEntity,
  CaseworkSessionEntity,
  CaseworkRouteEntity,
  CaseworkDisclosureEntity,
  CaseworkClosingEntity,
];
