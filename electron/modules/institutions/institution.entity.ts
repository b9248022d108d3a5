import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../../../shared/kernel/roles';

/** The organisation that runs this copy of Tirek. Exactly one row. */
@Entity({ name: 'organisation' })
export class OrganisationEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'name_ru', type: 'text' }) nameRu!: string;
  @Column({ name: 'name_kk', type: 'text' }) nameKk!: string;
  @Column({ name: 'registration_number', type: 'text' }) registrationNumber!: string;
  @Column({ name: 'address_ru', type: 'text' }) addressRu!: string;
  @Column({ name: 'address_kk', type: 'text' }) addressKk!: string;
  @Column({ name: 'phone', type: 'text' }) phone!: string;
  @Column({ name: 'email', type: 'text' }) email!: string;
  @Column({ name: 'version', type: 'integer' }) version!: number;
}

/** An orphanage: a party of the guest contract, in the person of its head. */
@Entity({ name: 'institution' })
export class InstitutionEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'name_ru', type: 'text' }) nameRu!: string;
  @Column({ name: 'name_kk', type: 'text' }) nameKk!: string;
  @Column({ name: 'short_name', type: 'text' }) shortName!: string;
  @Column({ name: 'jurisdiction', type: 'text' }) jurisdiction!: 'kz' | 'ru';
  @Column({ name: 'registration_number', type: 'text' }) registrationNumber!: string;
  @Column({ name: 'address_ru', type: 'text' }) addressRu!: string;
  @Column({ name: 'address_kk', type: 'text' }) addressKk!: string;
  @Column({ name: 'place_ru', type: 'text' }) placeRu!: string;
  @Column({ name: 'place_kk', type: 'text' }) placeKk!: string;
  @Column({ name: 'phone', type: 'text' }) phone!: string;
  @Column({ name: 'head_name', type: 'text' }) headName!: string;
  @Column({ name: 'head_name_genitive', type: 'text' }) headNameGenitive!: string;
  @Column({ name: 'head_post_ru', type: 'text' }) headPostRu!: string;
  @Column({ name: 'head_post_kk', type: 'text' }) headPostKk!: string;
  @Column({ name: 'head_basis_ru', type: 'text' }) headBasisRu!: string;
  @Column({ name: 'head_basis_kk', type: 'text' }) headBasisKk!: string;
  @Column({ name: 'authority_id', type: 'text', nullable: true }) authorityId!: string | null;
  @Column({ name: 'closed', type: 'boolean' }) closed!: boolean;
  @Column({ name: 'version', type: 'integer' }) version!: number;
}

/** A guardianship authority: the third party of a contract in Kazakhstan. */
@Entity({ name: 'authority' })
export class AuthorityEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'name_ru', type: 'text' }) nameRu!: string;
  @Column({ name: 'name_kk', type: 'text' }) nameKk!: string;
  @Column({ name: 'jurisdiction', type: 'text' }) jurisdiction!: 'kz' | 'ru';
  @Column({ name: 'address_ru', type: 'text' }) addressRu!: string;
  @Column({ name: 'address_kk', type: 'text' }) addressKk!: string;
  @Column({ name: 'phone', type: 'text' }) phone!: string;
  @Column({ name: 'official_name', type: 'text' }) officialName!: string;
  @Column({ name: 'official_name_genitive', type: 'text' }) officialNameGenitive!: string;
  @Column({ name: 'official_post_ru', type: 'text' }) officialPostRu!: string;
  @Column({ name: 'official_post_kk', type: 'text' }) officialPostKk!: string;
  @Column({ name: 'official_basis_ru', type: 'text' }) officialBasisRu!: string;
  @Column({ name: 'official_basis_kk', type: 'text' }) officialBasisKk!: string;
  @Column({ name: 'version', type: 'integer' }) version!: number;
}

/** A mentoring programme: ages, languages, preparation steps and the rule pack that its papers follow. */
@Entity({ name: 'programme' })
export class ProgrammeEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'jurisdiction', type: 'text' }) jurisdiction!: 'kz' | 'ru';
  @Column({ name: 'min_age', type: 'integer' }) minAge!: number;
  @Column({ name: 'max_age', type: 'integer' }) maxAge!: number;
  @Column({ name: 'age_rule', type: 'text' }) ageRule!: 'warn' | 'refuse';
  @Column({ name: 'min_mentor_age', type: 'integer' }) minMentorAge!: number;
  @Column({ name: 'working_languages', type: 'simple-json' }) workingLanguages!: Language[];
  @Column({ name: 'rule_pack', type: 'text' }) rulePack!: string;
  @Column({ name: 'preparation_steps', type: 'simple-json' }) preparationSteps!: { code: string; title: string; required: boolean }[];
  @Column({ name: 'closed', type: 'boolean' }) closed!: boolean;
  @Column({ name: 'version', type: 'integer' }) version!: number;
  /** An unsigned note of a psychologist is overdue after as many days. */
  @Column({ name: 'note_term_days', type: 'integer', default: 3 }) noteTermDays!: number;
}
