import type { RegisteredModule } from './ipc/register';
import { ClinicalMemberEntity, type VaultSchema } from './modules/session';
import { auditHandlers, JournalEntity, JournalKeyEntity, type AuditDesk } from './modules/audit';
import { backupHandlers, restoreModule, type BackupDesk } from './modules/backup';
import { AuthorityEntity, InstitutionEntity, institutionsHandlers, OrganisationEntity, ProgrammeEntity } from './modules/institutions';
import { DraftEntity, SavedViewEntity, SettingEntity, settingsHandlers, type TodaySource } from './modules/settings';
import { UserEntity, usersHandlers, type KeyDesk } from './modules/users';
import { recordsMigrations } from './db/migrations/records';
import { clinicalMigrations } from './db/migrations/clinical';
import type { Vault } from './vault';

/** The tables of both vaults. Clinical tables are never named in the records' list: no connection knows both. */
export const schemas: Record<Vault, VaultSchema> = {
  records: {
    entities: [
      JournalEntity, JournalKeyEntity, UserEntity, OrganisationEntity, InstitutionEntity, AuthorityEntity, ProgrammeEntity,
      SettingEntity, DraftEntity, SavedViewEntity,
    ],
    migrations: recordsMigrations,
  },
  clinical: { entities: [JournalEntity, JournalKeyEntity, ClinicalMemberEntity], migrations: clinicalMigrations },
};

const todaySources: readonly TodaySource[] = [];

/** Every module with its handlers: the composition that both hosts share. */
export function modules(desk: KeyDesk & AuditDesk & BackupDesk): RegisteredModule[] {
  return [usersHandlers(desk), institutionsHandlers, auditHandlers(desk), backupHandlers(desk), restoreModule, settingsHandlers(todaySources)] as unknown as RegisteredModule[];
}
