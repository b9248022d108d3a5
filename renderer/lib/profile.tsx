import { createContext, useContext } from 'react';
import type { Output } from '../../shared/contract/api';
import type { Permission } from '../../shared/kernel/permissions';

export type Profile = Output<'session.me'>;

export const ProfileContext = createContext<Profile | null>(null);

/** The person signed in. Only inside the shell; sign-in screens have nobody yet. */
export function useProfile(): Profile {
  const profile = useContext(ProfileContext);
  if (!profile) throw new Error('no session here');
  return profile;
}

/** Whether to offer an action. The program decides again when it is done. */
export const useCan = (permission: Permission): boolean => useProfile().permissions.includes(permission);
