import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from '../confirm-dialog';

/** Leaving with changes asks. With a draft kept nothing is lost, and the question says so. */
export function LeaveGuard({ when, draftKept }: { when: () => boolean; draftKept: boolean }) {
  const { t } = useTranslation('ui');
  const blocker = useBlocker(({ currentLocation, nextLocation }) => when() && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    const listen = (event: BeforeUnloadEvent) => {
      // A kept draft makes a closed window harmless; without one the browser asks in its own words.
      if (when() && !draftKept) event.preventDefault();
    };
    window.addEventListener('beforeunload', listen);
    return () => {
      window.removeEventListener('beforeunload', listen);
    };
  }, [when, draftKept]);
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      question={t('leave.question')}
      consequence={draftKept ? t('leave.draft') : t('leave.lost')}
      confirm={t('leave.go')}
      cancel={t('leave.stay')}
      dangerous={!draftKept}
      onConfirm={() => {
        blocker.proceed?.();
      }}
      onCancel={() => {
        blocker.reset?.();
      }}
    />
  );
}
