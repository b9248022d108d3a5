import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HouseholdMember, Identity, MentorFields, MentorPaperFields, Spouse } from '../../../shared/modules/candidates/candidates.model';
import type { PersonName } from '../../../shared/kernel/names';

@Entity({ name: 'mentor' })
@Index('ix_mentor_sort', ['sortKey', 'id'])
@Index('ix_mentor_updated', ['updatedAt', 'id'])
@Index('ix_mentor_birth', ['birthDate'])
export class MentorEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'name', type: 'simple-json' }) name!: PersonName;
  /** Folded surname and given name: the order of lists. */
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  /** Folded words of both spellings, the phone's digits and the papers' numbers, each after a space. */
  @Column({ name: 'search', type: 'text' }) search!: string;
  @Column({ name: 'birth_date', type: 'text' }) birthDate!: string;
  @Column({ name: 'sex', type: 'text' }) sex!: MentorFields['sex'];
  @Column({ name: 'citizenship', type: 'text' }) citizenship!: MentorFields['citizenship'];
  @Column({ name: 'identity', type: 'simple-json', nullable: true }) identity!: Identity | null;
  @Column({ name: 'iin', type: 'text', nullable: true }) iin!: string | null;
  @Column({ name: 'registered_address', type: 'text' }) registeredAddress!: string;
  @Column({ name: 'actual_address', type: 'text', nullable: true }) actualAddress!: string | null;
  @Column({ name: 'phone', type: 'text' }) phone!: string;
  @Column({ name: 'email', type: 'text' }) email!: string;
  @Column({ name: 'occupation', type: 'text' }) occupation!: string;
  @Column({ name: 'marital_status', type: 'text' }) maritalStatus!: MentorFields['maritalStatus'];
  @Column({ name: 'spouse', type: 'simple-json', nullable: true }) spouse!: Spouse | null;
  @Column({ name: 'household', type: 'simple-json' }) household!: HouseholdMember[];
  @Column({ name: 'note', type: 'text' }) note!: string;
  @Column({ name: 'created_at', type: 'text' }) createdAt!: string;
  @Column({ name: 'created_by', type: 'text' }) createdBy!: string;
  @Column({ name: 'updated_at', type: 'text' }) updatedAt!: string;
}

/** The orphanages whose staff see a mentor. */
@Entity({ name: 'mentor_institution' })
@Index('ix_mentor_institution_mentor', ['mentorId'])
@Index('ix_mentor_institution_institution', ['institutionId'])
export class MentorInstitutionEntity {
  /** `<mentor>/<institution>`: one row a pair of ids. */
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'mentor_id', type: 'text' }) mentorId!: string;
  @Column({ name: 'institution_id', type: 'text' }) institutionId!: string;
}

@Entity({ name: 'mentor_paper' })
@Index('ix_mentor_paper_mentor', ['mentorId'])
export class MentorPaperEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'mentor_id', type: 'text' }) mentorId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: MentorPaperFields['kind'];
  @Column({ name: 'subject', type: 'text' }) subject!: string;
  @Column({ name: 'number', type: 'text' }) number!: string;
  @Column({ name: 'issued_on', type: 'text', nullable: true }) issuedOn!: string | null;
  @Column({ name: 'issuer', type: 'text' }) issuer!: string;
  @Column({ name: 'valid_until', type: 'text', nullable: true }) validUntil!: string | null;
  @Column({ name: 'no_expiry', type: 'boolean' }) noExpiry!: boolean;
  @Column({ name: 'presented_on', type: 'text', nullable: true }) presentedOn!: string | null;
  @Column({ name: 'outcome', type: 'text' }) outcome!: MentorPaperFields['outcome'];
  @Column({ name: 'note', type: 'text' }) note!: string;
  @Column({ name: 'struck_on', type: 'text', nullable: true }) struckOn!: string | null;
  @Column({ name: 'struck_reason', type: 'text' }) struckReason!: string;
  @Column({ name: 'created_at', type: 'text' }) createdAt!: string;
}
