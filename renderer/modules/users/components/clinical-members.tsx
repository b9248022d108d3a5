import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { useFormat } from '../../../lib/format';
import { useProfile } from '../../../lib/profile';
import { useAsk } from '../../../lib/query';
import { Answer, Banner, EmptyState, StatusChip } from '../../../ui';
import { GrantDialog } from './grant-dialog';

export type Member = Output<'users.clinicalMembers'>[number];

/** Kazakh screens show the Russian words: there is one list for both, so that two people read the same. */
export const wordsFor = (member: Member, language: string): string[] =>
  language === 'en' && member.words.en ? member.words.en : (member.words.ru ?? []);

function MemberRow({ member, own, onGrant }: { member: Member; own: boolean; onGrant: () => void }) {
  const { t } = useTranslation('users');
  const { language } = useFormat();
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'flex-start',
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="subtitle1">
          {member.name}
          {own && ` (${t('keys.you')})`}
        </Typography>
        <Typography lang={language === 'en' ? 'en' : 'ru'} sx={{ fontWeight: 500 }}>
          {wordsFor(member, language).join(' · ')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(own ? 'keys.wordsOwn' : 'keys.wordsOther')}
        </Typography>
      </Box>
      {member.holds ? (
        <StatusChip tone="seal" word={t('keys.held')} />
      ) : (
        <Button variant="outlined" size="small" onClick={onGrant} aria-label={`${t('grant.action')}: ${member.name}`}>
          {t('grant.action')}
        </Button>
      )}
    </Box>
  );
}

export function ClinicalMembers() {
  const { t } = useTranslation('users');
  const { userId } = useProfile();
  const members = useAsk('users.clinicalMembers', {});
  const [granting, setGranting] = useState<Member | null>(null);
  return (
    <Answer of={members} rows={2}>
      {(rows) => (
        <>
          <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{t('keys.holdersText')}</Typography>
          {rows.some((row) => row.changed) && (
            <Box sx={{ mb: 1.5 }}>
              <Banner tone="alarm" title={t('keys.changedTitle')}>
                {t('keys.changedText')}
              </Banner>
            </Box>
          )}
          {rows.length === 0 ? (
            <EmptyState title={t('keys.noHolders')} />
          ) : (
            <Box component="ul">
              {rows.map((member) => (
                <MemberRow
                  key={member.userId}
                  member={member}
                  own={member.userId === userId}
                  onGrant={() => {
                    setGranting(member);
                  }}
                />
              ))}
            </Box>
          )}
          {granting && (
            <GrantDialog
              member={granting}
              onClose={() => {
                setGranting(null);
              }}
            />
          )}
        </>
      )}
    </Answer>
  );
}
