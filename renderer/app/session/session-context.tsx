import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/api';
import type { Language } from '../../../shared/kernel/roles';
import { api } from '../../lib/client';
import { setLanguage } from '../../lib/i18n';
import { finishBeforeLock, watchLock } from '../../lib/lock';
import { ProfileContext, type Profile } from '../../lib/profile';

export type Status = Output<'session.status'>;

interface SessionState {
  status: Status;
  profile: Profile | null;
  enter: (profile: Profile) => void;
  refreshProfile: () => Promise<void>;
  refreshStatus: () => Promise<void>;
  lock: () => Promise<void>;
  chooseLanguage: (language: Language) => Promise<void>;
}

const SessionContext = createContext<SessionState | null>(null);
const OWNER = 'tirek.place-of';

/** The window remembers its place for the same person; a colleague who signs in next starts at Today. */
function keepPlaceFor(userId: string): void {
  const owner = sessionStorage.getItem(OWNER);
  if (owner !== null && owner !== userId) window.location.hash = '#/';
  sessionStorage.setItem(OWNER, userId);
}

export function SessionProvider({ status: first, profile: signedIn, children }: { status: Status; profile: Profile | null; children: ReactNode }) {
  const client = useQueryClient();
  const [status, setStatus] = useState(first);
  const [profile, setProfile] = useState(signedIn);

  const enter = useCallback(
    (next: Profile) => {
      client.clear();
      keepPlaceFor(next.userId);
      setProfile(next);
      void setLanguage(next.language);
    },
    [client],
  );
  const refreshProfile = useCallback(async () => {
    setProfile(await api.session.me({}));
  }, []);
  const refreshStatus = useCallback(async () => {
    setStatus(await api.session.status({}));
  }, []);
  const lock = useCallback(async () => {
    await finishBeforeLock();
    await api.session.lock({}).catch(() => undefined);
    window.location.reload();
  }, []);
  const chooseLanguage = useCallback(
    async (language: Language) => {
      await setLanguage(language);
      // The sign-in screen speaks what was last chosen at this computer.
      await api.session.setLanguage({ language }).catch(() => undefined);
      if (!profile) return;
      await api.settings.savePreferences({ language, idleMinutes: profile.idleMinutes });
      setProfile({ ...profile, language });
    },
    [profile],
  );

  const userId = profile?.userId;
  useEffect(() => {
    if (!userId) return;
    keepPlaceFor(userId);
    watchLock();
  }, [userId]);

  const value = useMemo(
    () => ({ status, profile, enter, refreshProfile, refreshStatus, lock, chooseLanguage }),
    [status, profile, enter, refreshProfile, refreshStatus, lock, chooseLanguage],
  );
  return (
    <SessionContext.Provider value={value}>
      <ProfileContext.Provider value={profile}>{children}</ProfileContext.Provider>
    </SessionContext.Provider>
  );
}

export function useSession(): SessionState {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session state here');
  return session;
}
