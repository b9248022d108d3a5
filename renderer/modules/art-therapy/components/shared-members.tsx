import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { GroupCard, GroupMember } from '../../../../shared/modules/art-therapy/art-therapy.model';
import { today, useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { Section } from '../../../ui';

function Line({ member }: { member: GroupMember }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const gone = member.leftOn !== null || (member.to !== null && member.to < today());
  const from = format.short(member.from);
  const stay = member.to === null ? t('shared.since', { from }) : t('shared.stay', { from, to: format.short(member.to) });
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'center', borderTop: 1, borderColor: 'divider', minHeight: 38, py: 0.5 }}>
      <Typography data-private sx={{ flex: 1, minWidth: 0 }}>
        <Link component={RouterLink} to={paths.child(member.childId)} underline="hover" color={gone ? 'text.secondary' : 'text.primary'}>
          {member.name}
        </Link>
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'right' }}>
        {member.leftOn === null ? stay : t('shared.left', { date: format.short(member.leftOn) })}
      </Typography>
    </Box>
  );
}

/** Who comes to the group and since when; a child of another house is only a number. */
export function SharedMembers({ group }: { group: GroupCard }) {
  const { t } = useTranslation('art-therapy');
  const { members, hiddenMembers } = group;
  const all = new Set(members.map(({ childId }) => childId)).size + hiddenMembers;
  return (
    <Section title={t('shared.children')} count={all}>
      {members.length > 0 && (
        <Box component="ul" sx={{ borderBottom: 1, borderColor: 'divider' }}>
          {members.map((member) => (
            <Line key={member.id} member={member} />
          ))}
        </Box>
      )}
      {all === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('shared.noChildren')}</Typography>}
      {hiddenMembers > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('shared.others', { count: hiddenMembers })}
        </Typography>
      )}
    </Section>
  );
}
