import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { spokenName } from '../../../../shared/kernel/names';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { useCan } from '../../../lib/profile';
import { useAct, useAsk } from '../../../lib/query';
import { PageHeader, PersonAvatar, StatusChip, useToast } from '../../../ui';
import type { Child } from '../child.page';
import { STATE_LOOK } from '../children.columns';
import { CaseMenu } from './case-menu';

/** One next step a child, as the filled button: where it leads, or the move itself. */
function NextStep({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const toast = useToast();
  const [mayPrepare, mayMove, mayWrite] = [useCan('child.prepare'), useCan('child.move'), useCan('child.write')];
  const start = useAct('children.startPreparation');
  const ready = useAct('children.markReady');
  const resume = useAct('children.resume');
  const paired = child.nextStep === 'support-pair';
  const pair = useAsk('mentorships.ofChild', { childId: child.id }, { enabled: paired }).data?.find(({ stage }) => stage !== 'closed');
  const act = (run: () => Promise<unknown>) => () => {
    run().then(() => {
      toast.show(t('done'));
    }, toast.fail);
  };
  const button = (() => {
    switch (child.nextStep) {
      case 'start-preparation':
        return (
          mayPrepare && (
            <Button variant="contained" onClick={act(() => start.mutateAsync({ id: child.id }))}>
              {t('action.startPreparation')}
            </Button>
          )
        );
      case 'get-consent':
        return (
          mayWrite && (
            <Button variant="contained" component={Link} to={paths.child(child.id, 'papers')}>
              {t('action.addConsent')}
            </Button>
          )
        );
      case 'write-wishes':
        return (
          mayPrepare && (
            <Button variant="contained" component={Link} to={paths.child(child.id, 'wishes')}>
              {t('action.writeWishes')}
            </Button>
          )
        );
      case 'prepare':
        return (
          mayPrepare && (
            <Button variant="contained" component={Link} to={paths.child(child.id, 'preparation')}>
              {t('action.prepare')}
            </Button>
          )
        );
      case 'mark-ready':
        return (
          mayMove && (
            <Button variant="contained" onClick={act(() => ready.mutateAsync({ id: child.id }))}>
              {t('action.markReady')}
            </Button>
          )
        );
      case 'find-pair':
        return (
          <Button variant="contained" component={Link} to={paths.pairs()}>
            {t('action.openPairs')}
          </Button>
        );
      case 'support-pair':
        return (
          <Button variant="contained" component={Link} to={pair ? paths.pair(pair.id) : paths.pairs()}>
            {t(pair ? 'action.openPair' : 'action.openPairs')}
          </Button>
        );
      case 'return-from-pause':
        return (
          mayMove && (
            <Button variant="contained" onClick={act(() => resume.mutateAsync({ id: child.id }))}>
              {t('action.resume')}
            </Button>
          )
        );
      default:
        return null;
    }
  })();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, borderLeft: 1, borderColor: 'divider', pl: 2.5 }}>
      <Box>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('nextStep')}
        </Typography>
        <Typography variant="subtitle1">{t(`next.${child.nextStep}`)}</Typography>
      </Box>
      {button}
    </Box>
  );
}

export function CaseHeader({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const format = useFormat();
  const photo = useAsk('children.photo', { id: child.id }, { enabled: child.hasPhoto }).data;
  const name = spokenName(child.fields.name, format.language);
  const meta = [
    child.code,
    format.age(child.fields.birthDate),
    child.institutionName,
    child.fields.group,
    child.fields.languages.map((language) => t(`language.${language}`)).join(', '),
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <PageHeader
      lead={<PersonAvatar name={name} size={60} {...(photo ? { src: `data:${photo.type};base64,${photo.data}` } : {})} />}
      title={<span data-private>{name}</span>}
      status={<StatusChip word={t(`state.${child.life.state}`)} tone={STATE_LOOK[child.life.state].tone} icon={STATE_LOOK[child.life.state].icon} />}
      meta={meta}
      actions={
        <>
          <NextStep child={child} />
          <CaseMenu child={child} />
        </>
      }
    />
  );
}
