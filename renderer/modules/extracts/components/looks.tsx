import { CalendarX2, CircleCheck, CirclePause, CircleX, ListChecks, Replace } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../../../shared/modules/clinical/clinical.model';
import type { ReleasedHeader } from '../../../../shared/modules/extracts/extracts.model';
import { StatusChip, type Tone } from '../../../ui';

type Recommendation = NonNullable<ReleasedHeader['recommendation']>;
type State = ReleasedHeader['state'];

const ADVICE = {
  recommended: { tone: 'ok', icon: CircleCheck },
  'with-conditions': { tone: 'warn', icon: ListChecks },
  'not-now': { tone: 'alarm', icon: CirclePause },
} as const;

const STANDING = {
  'in-force': { tone: 'ok', icon: CircleCheck },
  replaced: { tone: 'mute', icon: Replace },
  withdrawn: { tone: 'warn', icon: CircleX },
  expired: { tone: 'warn', icon: CalendarX2 },
} as const;

const RECORD: Record<RecordState, Tone> = { draft: 'mute', signed: 'seal', withdrawn: 'warn' };

/** `faded` is advice that stands no longer: it keeps its word and loses its colour. */
export function AdviceChip({ value, faded = false }: { value: Recommendation; faded?: boolean }) {
  const { t } = useTranslation('extracts');
  const { tone, icon } = ADVICE[value];
  return <StatusChip tone={faded ? 'mute' : tone} icon={icon} word={t(`recommendation.${value}`)} />;
}

export function StandingChip({ state, plain = true }: { state: State; plain?: boolean }) {
  const { t } = useTranslation('extracts');
  const { tone, icon } = STANDING[state];
  return <StatusChip plain={plain} tone={tone} icon={icon} word={t(`state.${state}`)} />;
}

export function RecordChip({ state, plain = true }: { state: RecordState; plain?: boolean }) {
  const { t } = useTranslation('extracts');
  return <StatusChip plain={plain} tone={RECORD[state]} word={t(`record.${state}`)} />;
}
