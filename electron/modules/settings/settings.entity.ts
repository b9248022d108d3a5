import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A named setting of the whole organisation; the value is JSON text. */
@Entity({ name: 'setting' })
export class SettingEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'value', type: 'text' }) value!: string;
}

/** Something half written. It lives in the vault, so a lock or a crash loses no typing and shows nothing. */
@Entity({ name: 'draft' })
@Index('ix_draft_user', ['userId'])
export class DraftEntity {
  /** `<userId>/<form key>`: one draft a form and a person. */
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'user_id', type: 'text' }) userId!: string;
  @Column({ name: 'form_key', type: 'text' }) formKey!: string;
  @Column({ name: 'data', type: 'text' }) data!: string;
  @Column({ name: 'updated_at', type: 'text' }) updatedAt!: string;
}

/** A list's filters, sort and columns under a name, one person's own. */
@Entity({ name: 'saved_view' })
@Index('ix_saved_view_user', ['userId'])
export class SavedViewEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'user_id', type: 'text' }) userId!: string;
  @Column({ name: 'list', type: 'text' }) list!: string;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'state', type: 'text' }) state!: string;
}
