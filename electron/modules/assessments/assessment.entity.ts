import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Language } from '../../../shared/kernel/roles';
import type { Assessment, ExternalFields, ProjectiveFields } from '../../../shared/modules/assessments/assessments.model';
import type { L10n } from '../../../shared/modules/assessments/instrument.model';
import type { Answers, ScoreResult } from '../../../shared/modules/assessments/result.model';

/** Every definition that was ever imported or used, word for word: what was measured with it can be read and scored again for ever. */
@Entity({ name: 'instrument_definition' })
@Unique('uq_instrument_definition_version', ['instrumentId', 'version'])
export class InstrumentDefinitionEntity {
  /** SHA-256 of the canonical text. */
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'instrument_id', type: 'text' }) instrumentId!: string;
  @Column({ name: 'version', type: 'text' }) version!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'origin', type: 'text' }) origin!: 'built-in' | 'imported';
  @Column({ name: 'imported_by', type: 'text', nullable: true }) importedBy!: string | null;
  @Column({ name: 'imported_at', type: 'text', nullable: true }) importedAt!: string | null;
  @Column({ name: 'retired', type: 'boolean' }) retired!: boolean;
}

@Entity({ name: 'assessment' })
@Index('ix_assessment_instrument', ['instrumentId', 'no'])
@Index('ix_assessment_subject', ['subjectId', 'no'])
@Index('ix_assessment_batch', ['batchId'])
@Unique('uq_assessment_no', ['no'])
export class AssessmentEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  /** The header's serial number: the order of lists. */
  @Column({ name: 'no', type: 'integer' }) no!: number;
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ name: 'instrument_id', type: 'text' }) instrumentId!: string;
  @Column({ name: 'version', type: 'text' }) version!: string;
  @Column({ name: 'definition', type: 'text' }) definition!: string;
  @Column({ name: 'stage', type: 'text' }) stage!: Assessment['stage'];
  @Column({ name: 'given', type: 'text' }) given!: Assessment['given'];
  @Column({ name: 'language', type: 'text' }) language!: Language;
  @Column({ name: 'respondent', type: 'text' }) respondent!: Assessment['respondent'];
  @Column({ name: 'respondent_name', type: 'text' }) respondentName!: string;
  @Column({ name: 'place', type: 'text' }) place!: string;
  @Column({ name: 'birth_date', type: 'text', nullable: true }) birthDate!: string | null;
  @Column({ name: 'age_years', type: 'integer', nullable: true }) ageYears!: number | null;
  @Column({ name: 'sex', type: 'text', nullable: true }) sex!: Assessment['sex'];
  @Column({ name: 'answers', type: 'simple-json' }) answers!: Answers;
  @Column({ name: 'second', type: 'simple-json', nullable: true }) second!: Answers | null;
  @Column({ name: 'seconds', type: 'simple-json' }) seconds!: Record<string, number>;
  @Column({ name: 'note', type: 'text' }) note!: string;
  /** What the list shows of the newest result, so that a page of the list is one read. */
  @Column({ name: 'summary', type: 'simple-json' }) summary!: AssessmentSummary;
  @Column({ name: 'open_alerts', type: 'integer' }) openAlerts!: number;
  @Column({ name: 'batch_id', type: 'text', nullable: true }) batchId!: string | null;
}

export interface AssessmentSummary {
  title: L10n;
  scales: { id: string; title: L10n; display: number | null; band: L10n | null; severity: number | null }[];
}

@Entity({ name: 'assessment_result' })
@Index('ix_assessment_result_assessment', ['assessmentId'])
export class AssessmentResultEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'assessment_id', type: 'text' }) assessmentId!: string;
  @Column({ name: 'result', type: 'simple-json' }) result!: ScoreResult;
  @Column({ name: 'engine', type: 'text' }) engine!: string;
  @Column({ name: 'norm_ids', type: 'simple-json' }) normIds!: string[];
  @Column({ name: 'definition', type: 'text' }) definition!: string;
  @Column({ name: 'made_at', type: 'text' }) madeAt!: string;
  @Column({ name: 'made_by', type: 'text' }) madeBy!: string;
  @Column({ name: 'current', type: 'boolean' }) current!: boolean;
}

@Entity({ name: 'assessment_alert' })
@Index('ix_assessment_alert_assessment', ['assessmentId'])
@Index('ix_assessment_alert_open', ['actedAt'])
export class AssessmentAlertEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'assessment_id', type: 'text' }) assessmentId!: string;
  @Column({ name: 'item', type: 'text' }) item!: string;
  @Column({ name: 'n', type: 'integer' }) n!: number;
  @Column({ name: 'level', type: 'text' }) level!: 'urgent' | 'attention';
  @Column({ name: 'text', type: 'simple-json' }) text!: L10n;
  @Column({ name: 'answer', type: 'simple-json', nullable: true }) answer!: L10n | null;
  @Column({ name: 'raised_at', type: 'text' }) raisedAt!: string;
  @Column({ name: 'action', type: 'text' }) action!: string;
  @Column({ name: 'route', type: 'text' }) route!: string;
  @Column({ name: 'acted_by', type: 'text', nullable: true }) actedBy!: string | null;
  @Column({ name: 'acted_at', type: 'text', nullable: true }) actedAt!: string | null;
}

@Entity({ name: 'external_result' })
export class ExternalResultEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'fields', type: 'simple-json' }) fields!: ExternalFields;
}

@Entity({ name: 'projective_work' })
export class ProjectiveWorkEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'fields', type: 'simple-json' }) fields!: ProjectiveFields;
}

/** Somebody measured under a code, without a record in the programme. */
@Entity({ name: 'respondent' })
@Unique('uq_respondent_code', ['code'])
export class RespondentEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'code', type: 'text' }) code!: string;
  @Column({ name: 'birth_date', type: 'text', nullable: true }) birthDate!: string | null;
  @Column({ name: 'sex', type: 'text', nullable: true }) sex!: 'male' | 'female' | null;
  @Column({ name: 'note', type: 'text' }) note!: string;
  @Column({ name: 'created_at', type: 'text' }) createdAt!: string;
}
