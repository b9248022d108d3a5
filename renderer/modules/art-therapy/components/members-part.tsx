import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GroupCard, GroupMember } from '../../../../shared/modules/art-therapy/art-therapy.model';
import { today, useFormat } from '../../../lib/format';
import { Section } from '../../../ui';
import { groupPaths } from '../group-paths';
import { JoinDialog, LeaveDialog } from './member-dialogs';

function Line({ member, groupId, sealed, onEnd }: { member: GroupMember; groupId: string; sealed: boolean; onEnd: (() => void) | null }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const gone = member.leftOn !== null || (member.to !== null && member.to < today());
  const term =
    member.to === null ? t('shared.since', { from: format.short(member.from) }) : `${format.short(member.from)} – ${format.short(member.to)}`;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'center', borderTop: 1, borderColor: 'divider', minHeight: 38 }}>
      <Typography data-private sx={{ flex: 1, minWidth: 0, fontWeight: 500, color: gone ? 'text.secondary' : 'text.primary' }}>
        {member.name}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {member.leftOn === null ? term : t('shared.left', { date: format.short(member.leftOn) })}
      </Typography>
      {sealed && (
        <Button size="small" component={Link} to={groupPaths.course(member.childId, groupId)}>
          {t('member.course')}
        </Button>
      )}
      {onEnd && (
        <Button size="small" color="inherit" onClick={onEnd}>
          {t(member.to === null ? 'member.leaves' : 'member.changeEnd')}
        </Button>
      )}
    </Box>
  );
}

/** Who comes to the group, each with the days; of children from other houses how many there are. */
export function MembersPart({ group, write = false, sealed = false }: { group: GroupCard; write?: boolean; sealed?: boolean }) {
  const { t } = useTranslation('art-therapy');
  const [joining, setJoining] = useState(false);
  const [ending, setEnding] = useState<GroupMember | null>(null);
  return (
    <Section
      title={t('shared.children')}
      count={group.members.length + group.hiddenMembers}
      aside={
        write && (
          <Button
            size="small"
            onClick={() => {
              setJoining(true);
            }}
          >
            {t('member.add')}
          </Button>
        )
      }
    >
      <Box component="ul" sx={{ borderBottom: group.members.length > 0 ? 1 : 0, borderColor: 'divider' }}>
        {group.members.map((member) => (
          <Line
            key={member.id}
            member={member}
            groupId={group.id}
            sealed={sealed}
            onEnd={
              write
                ? () => {
                    setEnding(member);
                  }
                : null
            }
          />
        ))}
      </Box>
      {group.members.length + group.hiddenMembers === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('shared.noChildren')}</Typography>}
      {group.hiddenMembers > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('shared.others', { count: group.hiddenMembers })}
        </Typography>
      )}
      {joining && (
        <JoinDialog
          groupId={group.id}
          onClose={() => {
            setJoining(false);
          }}
        />
      )}
      {ending && (
        <LeaveDialog
          groupId={group.id}
          member={ending}
          onClose={() => {
            setEnding(null);
          }}
        />
      )}
    </Section>
  );
}
