import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, GuideContent, Words } from '../../../shared/modules/interviews/guide.model';
import type { InterviewContent, InterviewSubject, Recommendation } from '../../../shared/modules/interviews/interview.model';

@Entity({ name: 'interview' })
@Index('ix_interview_subject', ['subjectKind', 'subjectId'])
@Index('ix_interview_valid', ['validUntil'])
export class InterviewEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: InterviewSubject['kind'];
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ name: 'audience', type: 'text' }) audience!: Audience;
  @Column({ name: 'guide_id', type: 'text' }) guideId!: string;
  @Column({ name: 'guide_version', type: 'integer' }) guideVersion!: number;
  @Column({ name: 'guide_title', type: 'simple-json' }) guideTitle!: Words;
  @Column({ name: 'content', type: 'simple-json' }) content!: InterviewContent;
  /** Out of the content, for lists and reminders. */
  @Column({ name: 'recommendation', type: 'text', nullable: true }) recommendation!: Recommendation | null;
  @Column({ name: 'valid_until', type: 'text', nullable: true }) validUntil!: string | null;
}

/**
 * Every version of a guide that was ever written here or used here. A version that ships with the program is kept at its
 * first use, so that an interview reads the same after the program brings another.
 */
@Entity({ name: 'interview_guide' })
@Unique('uq_interview_guide_version', ['guideId', 'version'])
export class InterviewGuideEntity {
  /** The id of the request that made it, so that the same button twice makes one version. */
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'guide_id', type: 'text' }) guideId!: string;
  @Column({ name: 'version', type: 'integer' }) version!: number;
  @Column({ name: 'content', type: 'simple-json' }) content!: GuideContent;
  @Column({ name: 'note', type: 'text' }) note!: string;
  @Column({ name: 'author_name', type: 'text' }) authorName!: string;
  /** Null for a version that ships with the program. */
  @Column({ name: 'made_at', type: 'text', nullable: true }) madeAt!: string | null;
  /** Of the guide, the same in all its versions. */
  @Column({ name: 'retired', type: 'boolean' }) retired!: boolean;
}
