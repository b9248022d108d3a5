import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clock } from '../../../../shared/modules/interviews/interview.model';
import { secondsOf, stopped } from '../../../../shared/modules/interviews/interview.rules';

const two = (value: number): string => String(value).padStart(2, '0');
const shown = (seconds: number): string => {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
};

/** Time spent in conversation. It runs on in the record, so a lock or a crash does not lose it. */
export function TalkClock({ clock, onChange }: { clock: Clock; onChange: (clock: Clock) => void }) {
  const { t } = useTranslation('interviews');
  const running = clock.runningSince !== null;
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    if (!running) return undefined;
    const tick = setInterval(() => {
      setNow(new Date().toISOString());
    }, 1000);
    return () => {
      clearInterval(tick);
    };
  }, [running]);
  const Icon = running ? Pause : Play;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <Box component="span" role="timer" aria-label={t('clock.label')} sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 500 }}>
        {shown(secondsOf(clock, now))}
      </Box>
      <Button
        size="small"
        variant="outlined"
        startIcon={<Icon size={14} strokeWidth={1.75} aria-hidden />}
        onClick={() => {
          const at = new Date().toISOString();
          setNow(at);
          onChange(running ? stopped(clock, at) : { ...clock, runningSince: at });
        }}
      >
        {t(running ? 'clock.pause' : clock.seconds > 0 ? 'clock.goOn' : 'clock.start')}
      </Button>
    </Box>
  );
}
