import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/client';
import { useProfile } from '../../lib/profile';
import { useSession } from '../session/session-context';

const TOUCH_EVERY_MS = 30_000;
const WARN_SECONDS = 30;

/** The program keeps the real clock; the window reports that somebody is there, warns before the end, and saves drafts in time. */
export function IdleWatch() {
  const { t } = useTranslation('app');
  const { idleMinutes } = useProfile();
  const { lock } = useSession();
  const touched = useRef(Date.now());
  const active = useRef(false);
  const [left, setLeft] = useState<number | null>(null);

  const touch = useCallback(() => {
    touched.current = Date.now();
    active.current = false;
    setLeft(null);
    api.session.touch({}).catch(() => undefined);
  }, []);

  useEffect(() => {
    const note = () => {
      active.current = true;
      if (Date.now() - touched.current >= TOUCH_EVERY_MS) touch();
    };
    const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, note, { passive: true });
    const timer = setInterval(() => {
      const seconds = Math.ceil(idleMinutes * 60 - (Date.now() - touched.current) / 1000);
      if (seconds > WARN_SECONDS) return;
      // A movement in the quiet half minute after the last report has not been told yet.
      if (active.current) {
        touch();
        return;
      }
      if (seconds <= 0) {
        clearInterval(timer);
        void lock();
        return;
      }
      setLeft(seconds);
    }, 1_000);
    return () => {
      clearInterval(timer);
      for (const event of events) window.removeEventListener(event, note);
    };
  }, [idleMinutes, lock, touch]);

  return (
    <Dialog open={left !== null} onClose={touch} maxWidth="xs" fullWidth aria-labelledby="idle-title">
      <DialogTitle id="idle-title">{t('idle.title', { count: left ?? 0 })}</DialogTitle>
      <DialogContent sx={{ color: 'text.secondary' }}>{t('idle.text')}</DialogContent>
      <DialogActions>
        <Button
          variant="outlined"
          onClick={() => {
            void lock();
          }}
        >
          {t('shell.lock')}
        </Button>
        <Button variant="contained" autoFocus onClick={touch}>
          {t('idle.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
