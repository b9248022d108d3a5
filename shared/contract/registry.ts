import { childrenContract } from '../modules/children/children.contract';
import { institutionsContract } from '../modules/institutions/institutions.contract';
import { sessionContract } from '../modules/session/session.contract';
import { settingsContract } from '../modules/settings/settings.contract';
import { usersContract } from '../modules/users/users.contract';

/** Every request that exists. A module joins with one line here, one in electron/modules.ts, one in renderer/app/modules.ts. */
export const contract = {
  session: sessionContract,
  users: usersContract,
  institutions: institutionsContract,
  children: childrenContract,
  settings: settingsContract,
} as const;
