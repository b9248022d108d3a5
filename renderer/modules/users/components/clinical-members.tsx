import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { useFormat } from '../../../lib/format';
import { useProfile } from '../../../lib/profile';
import { useAsk } from '../../../lib/query';
import { Answer, EmptyState, StatusChip } from '../../../ui';
import { GrantDialog } from './grant-dialog';
import { ConfirmDialog, RemoveDialog } from './member-dialogs';

export type Member = Output<'users.clinicalMembers'>[number];

/** Kazakh screens show the Russian words: there is one list for both, so that two people read the same. */
export const wordsFor = (member: Member, language: string): string[] =>
  language === 'en' && member.words.en ? member.words.en : (member.words.ru ?? []);

/** «С 3 марта 2026, ключ дала Анна» */
function useSince(): (member: Member) => string {
  const { t } = useTranslation('users');
  const format = useFormat();
  return ({ holds, since, removedAt, byName, name }) => {
    if (removedAt && !holds) return t('keys.removedOn', { date: format.short(removedAt) });
    if (!holds || !since) return '';
    return byName && byName !== name
      ? t('keys.sinceBy', { date: format.short(since), name: byName })
      : t('keys.since', { date: format.short(since) });
  };
}

interface RowProps {
  member: Member;
  own: boolean;
  readOnly: boolean;
  onAsk: (what: Asking['what']) => void;
}

function MemberRow({ member, own, readOnly, onAsk }: RowProps) {
  const { t } = useTranslation('users');
  const { language } = useFormat();
  const since = useSince()(member);
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
          {[since, t(own ? 'keys.wordsOwn' : 'keys.wordsOther')].filter((part) => part !== '').join(' ')}
        </Typography>
        {member.changed && (
          <Typography variant="body2" sx={{ color: 'error.main', mt: 0.5 }}>
            {t('keys.changedText')}
          </Typography>
        )}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', justifyContent: 'flex-end' }}>
        {member.changed && <StatusChip tone="alarm" word={t('keys.changed')} />}
        {member.holds && !member.changed && <StatusChip tone="seal" word={t('keys.held')} />}
        {(readOnly ? [] : actionsFor(member, own)).map((what) => (
          <Button
            key={what}
            variant="outlined"
            size="small"
            color={what === 'remove' ? 'error' : 'primary'}
            onClick={() => {
              onAsk(what);
            }}
            aria-label={`${t(`${what}.action`)}: ${member.name}`}
          >
            {t(`${what}.action`)}
          </Button>
        ))}
      </Box>
    </Box>
  );
}

interface Asking {
  member: Member;
  what: 'grant' | 'confirm' | 'remove';
}

/** A changed key is settled first; whoever has no key can be given it, and a colleague's can be taken. */
function actionsFor(member: Member, own: boolean): Asking['what'][] {
  if (member.changed) return own ? ['confirm'] : ['confirm', 'remove'];
  if (!member.holds) return ['grant'];
  return own ? [] : ['remove'];
}

const DIALOGS = { grant: GrantDialog, confirm: ConfirmDialog, remove: RemoveDialog } as const;

export function ClinicalMembers({ readOnly = false }: { readOnly?: boolean }) {
  const { t } = useTranslation('users');
  const { userId } = useProfile();
  const members = useAsk('users.clinicalMembers', {});
  const [asking, setAsking] = useState<Asking | null>(null);
  const Dialog = asking ? DIALOGS[asking.what] : null;
  return (
    <Answer of={members} rows={2}>
      {(rows) => (
        <>
          <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{t('keys.holdersText')}</Typography>
          {rows.length === 0 ? (
            <EmptyState title={t('keys.noHolders')} />
          ) : (
            <Box component="ul">
              {rows.map((member) => (
                <MemberRow
                  key={member.userId}
                  member={member}
                  own={member.userId === userId}
                  readOnly={readOnly}
                  onAsk={(what) => {
                    setAsking({ member, what });
                  }}
                />
              ))}
            </Box>
          )}
          {asking && Dialog && (
            <Dialog
              member={asking.member}
              onClose={() => {
                setAsking(null);
              }}
            />
          )}
        </>
      )}
    </Answer>
  );
}
