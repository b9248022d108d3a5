import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { ChevronRight, HardDrive } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trouble } from '../../../shared/modules/session/session.model';
import { Banner, PersonAvatar } from '../../ui';
import { useErrorText } from '../../lib/error-text';
import { api } from '../../lib/client';
import { DoorFrame, OtherLanguages } from './frame';
import { OneTimeCodeForm, RecoveryForm, SignInHelp } from './sign-in-help';
import { PasswordInput } from './password-input';
import { useSession, type Status } from './session-context';
import { troubleIn, TroubleScreen } from './trouble-screen';

type Person = Status['people'][number];
type View = { at: 'people' } | { at: 'help' } | { at: 'code'; name: string } | { at: 'recovery' } | { at: 'trouble'; code: Trouble };

export function SignIn() {
  const { t } = useTranslation('app');
  const { status } = useSession();
  const [view, setView] = useState<View>({ at: 'people' });
  const back = () => {
    setView({ at: 'people' });
  };
  if (view.at === 'trouble') return <TroubleScreen code={view.code} />;
  return (
    <DoorFrame
      foot={
        <>
          <Box component="span" sx={{ display: 'flex', gap: 0.875, alignItems: 'center' }}>
            <HardDrive size={15} strokeWidth={1.75} aria-hidden />
            {t('door.local')}
          </Box>
          <OtherLanguages />
        </>
      }
    >
      {status.journalWarning && (
        <Box sx={{ mb: 3 }}>
          <Banner tone="warn" title={t('door.journalTitle')}>
            {t('door.journalText')}
          </Banner>
        </Box>
      )}
      {view.at === 'people' && (
        <People
          onTrouble={(code) => {
            setView({ at: 'trouble', code });
          }}
          onInvited={(name) => {
            setView({ at: 'code', name });
          }}
          onHelp={() => {
            setView({ at: 'help' });
          }}
        />
      )}
      {view.at === 'help' && (
        <SignInHelp
          onCode={() => {
            setView({ at: 'code', name: '' });
          }}
          onRecovery={() => {
            setView({ at: 'recovery' });
          }}
          onBack={back}
        />
      )}
      {view.at === 'code' && <OneTimeCodeForm name={view.name} onBack={back} />}
      {view.at === 'recovery' && <RecoveryForm onBack={back} />}
    </DoorFrame>
  );
}

function People({ onInvited, onHelp, onTrouble }: { onInvited: (name: string) => void; onHelp: () => void; onTrouble: (code: Trouble) => void }) {
  const { t } = useTranslation('app');
  const { status } = useSession();
  const [chosen, setChosen] = useState<string | null>(status.people.length === 1 ? (status.people[0]?.name ?? null) : null);
  return (
    <Box sx={{ maxWidth: 420 }}>
      <Typography variant="h1">{t('door.title')}</Typography>
      {status.organisationName && <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>{status.organisationName}</Typography>}
      <Box
        component="ul"
        sx={{ mt: 2, '& > li': { borderTop: 1, borderColor: 'divider' }, '& > li:last-of-type': { borderBottom: 1, borderColor: 'divider' } }}
      >
        {status.people.map((person) => (
          <li key={person.name}>
            {chosen === person.name && person.status === 'active' ? (
              <PasswordForm person={person} onTrouble={onTrouble} />
            ) : (
              <PersonRow
                person={person}
                onChoose={() => {
                  if (person.status === 'invited') onInvited(person.name);
                  else setChosen(person.name);
                }}
              />
            )}
          </li>
        ))}
      </Box>
      <Typography sx={{ mt: 2 }}>
        <Link component="button" type="button" variant="body2" onClick={onHelp}>
          {t('door.help')}
        </Link>
      </Typography>
    </Box>
  );
}

function PersonRow({ person, onChoose }: { person: Person; onChoose: () => void }) {
  const { t } = useTranslation('app');
  return (
    <ButtonBase
      onClick={onChoose}
      sx={{ width: '100%', minHeight: 52, gap: 1.5, justifyContent: 'flex-start', textAlign: 'left', borderRadius: '6px' }}
    >
      <PersonAvatar name={person.name} />
      <Box sx={{ flex: 1 }}>
        <Typography sx={{ fontWeight: 500 }}>{person.name}</Typography>
        {person.status === 'invited' && (
          <Typography variant="body2" sx={{ color: 'paperInk.ink3' }}>
            {t('door.invited')}
          </Typography>
        )}
        {person.status === 'active' && person.hasDrafts && (
          <Typography variant="body2" sx={{ color: 'paperInk.ink3' }}>
            {t('door.drafts')}
          </Typography>
        )}
      </Box>
      <Box component="span" sx={{ color: 'paperInk.ink3', display: 'flex', pr: 0.25 }}>
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
      </Box>
    </ButtonBase>
  );
}

function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => {
      setLeft(left - 1);
    }, 1_000);
    return () => {
      clearTimeout(timer);
    };
  }, [left]);
  return [left, setLeft];
}

function PasswordForm({ person, onTrouble }: { person: Person; onTrouble: (code: Trouble) => void }) {
  const { t } = useTranslation('app');
  const { enter } = useSession();
  const sentence = useErrorText();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [wait, setWait] = useCountdown();
  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || wait > 0 || password === '') return;
    setBusy(true);
    setError(undefined);
    try {
      const answer = await api.session.signIn({ name: person.name, password });
      if (answer.outcome === 'open') {
        enter(answer.profile);
        return;
      }
      setPassword('');
      setError(t('door.wrong'));
      setWait(Math.ceil(answer.retryAfterSeconds));
    } catch (failure) {
      // A damaged or missing file shows only when the key is at hand, which is now.
      const code = troubleIn(failure);
      if (code) onTrouble(code);
      else setError(sentence(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box
      component="form"
      onSubmit={(event: FormEvent) => {
        void open(event);
      }}
      sx={{ pt: 1.75, pb: 2.25 }}
    >
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
        <PersonAvatar name={person.name} />
        <Typography sx={{ fontWeight: 500 }}>{person.name}</Typography>
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', mt: 1.75 }}>
        <PasswordInput autoFocus label={t('door.password')} value={password} onChange={setPassword} error={error} />
        <Button type="submit" variant="contained" disabled={busy || wait > 0} sx={{ mt: '23px' }}>
          {busy ? t('door.opening') : t('door.open')}
        </Button>
      </Box>
      {wait > 0 && (
        <Typography role="status" variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('door.wait', { count: wait })}
        </Typography>
      )}
      {person.hasDrafts && (
        <Typography variant="body2" sx={{ color: 'paperInk.ink3', mt: 1.25 }}>
          {t('door.draftsWait')}
        </Typography>
      )}
    </Box>
  );
}
