import { CircleCheck, CirclePause, ShieldAlert, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { StatusChip } from '../../../ui';

/** Where a measurement stands; an answer that nobody has acted on comes before everything else. */
export function StageChip({ row }: { row: Output<'assessments.list'>['rows'][number] }) {
  const { t } = useTranslation('assessments');
  if (row.withdrawn) return <StatusChip plain tone="mute" icon={Undo2} word={t('stage.withdrawn')} />;
  if (row.openAlerts > 0) return <StatusChip plain tone="alarm" icon={ShieldAlert} word={t('stage.alerts', { count: row.openAlerts })} />;
  return row.stage === 'giving' ? (
    <StatusChip plain tone="warn" icon={CirclePause} word={t('stage.giving')} />
  ) : (
    <StatusChip plain tone="mute" icon={CircleCheck} word={t('stage.scored')} />
  );
}
