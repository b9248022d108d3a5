import { useTranslation } from 'react-i18next';
import type { GroupCard } from '../../../../shared/modules/art-therapy/art-therapy.model';

/** Ages, place, hours and who leads, in one line. */
export function GroupFacts({ group }: { group: GroupCard }) {
  const { t } = useTranslation('art-therapy');
  const { agesFrom, agesTo, place, schedule } = group.fields;
  const parts = [
    t('shared.ages', { from: agesFrom, to: agesTo }),
    group.institutionName,
    place,
    schedule,
    t('shared.leader', { name: group.leaderName }),
  ];
  return <>{parts.filter((part) => part !== '').join(' · ')}</>;
}
