import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/client';
import { timeOf } from '../../lib/format';
import { useProfile } from '../../lib/profile';
import { Banner } from '../../ui';

const MINUTE = 60_000;

/** Nothing that was read stays in the page: the window starts anew at Today. */
function leaveNothing(): void {
  window.location.hash = '#/';
  window.location.reload();
}

/** Over every page while the paper key holds the vault open: how long still, and the way to end it. */
export function EmergencyBanner() {
  const { clinical, emergency } = useProfile();
  return clinical === 'emergency' && emergency.until ? <Running until={emergency.until} /> : null;
}

function Running({ until }: { until: string }) {
  const { t } = useTranslation('app');
  const [left, setLeft] = useState(() => Date.parse(until) - Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      const rest = Date.parse(until) - Date.now();
      setLeft(rest);
      if (rest <= 0) leaveNothing();
    }, 5_000);
    return () => {
      clearInterval(timer);
    };
  }, [until]);
  return (
    <Banner
      tone="alarm"
      title={t('emergency.running', { count: Math.max(1, Math.ceil(left / MINUTE)), time: timeOf(until) })}
      actions={
        <Button
          variant="contained"
          color="error"
          onClick={() => {
            void api.session.endEmergency({}).finally(leaveNothing);
          }}
        >
          {t('emergency.end')}
        </Button>
      }
    >
      {t('emergency.runningText')}
    </Banner>
  );
}
