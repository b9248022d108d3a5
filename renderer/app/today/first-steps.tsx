import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Permission } from '../../../shared/kernel/permissions';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { DueRow, EmptyState, Rows, Section } from '../../ui';
import { useRooms } from '../shell/rail';
import { modules } from '../modules';

interface Step {
  key: string;
  to: string;
  permission: Permission;
}

/** In the order a new programme is filled: colleagues and houses, then children and adults, then the papers that join them. */
const STEPS: readonly Step[] = [
  { key: 'colleagues', to: '/administration/users', permission: 'user.write' },
  { key: 'houses', to: '/administration/institutions', permission: 'institution.write' },
  { key: 'backup', to: paths.backup(), permission: 'backup.make' },
  { key: 'child', to: paths.newChild(), permission: 'child.write' },
  { key: 'candidate', to: paths.newCandidate(), permission: 'mentor.write' },
  { key: 'prepare', to: paths.children(), permission: 'child.prepare' },
  { key: 'pairs', to: paths.pairs(), permission: 'pair.read' },
  { key: 'journal', to: '/administration/journal', permission: 'journal.read' },
];

/** A path is offered only when some room answers it: a link to nowhere is worse than no link. */
function useAnswered(): (to: string) => boolean {
  const rooms = useRooms();
  const known = [...rooms.map((room) => room.to), ...modules.flatMap((module) => module.routes.map((route) => `/${route.path ?? ''}`))];
  return (to) => known.includes(to);
}

export function FirstSteps() {
  const { t } = useTranslation('app');
  const { permissions } = useProfile();
  const answered = useAnswered();
  const steps = STEPS.filter((step) => permissions.includes(step.permission) && answered(step.to)).slice(0, 4);
  return (
    <>
      <EmptyState title={t('today.emptyTitle')}>{t('today.emptyText')}</EmptyState>
      {steps.length > 0 && (
        <Section title={t('today.firstSteps')}>
          <Rows>
            {steps.map((step, index) => (
              <DueRow
                key={step.key}
                when={t('today.stepNumber', { number: index + 1 })}
                title={t(`firstStep.${step.key}.title`)}
                reason={t(`firstStep.${step.key}.reason`)}
                action={
                  <Button variant="outlined" size="small" component={Link} to={step.to}>
                    {t(`firstStep.${step.key}.action`)}
                  </Button>
                }
              />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
}
