import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Subject } from '../../../../shared/modules/clinical/clinical.model';
import type { ReleasedHeader } from '../../../../shared/modules/extracts/extracts.model';
import { useFormat } from '../../../lib/format';
import { useCan, useProfile } from '../../../lib/profile';
import { useAsk } from '../../../lib/query';
import { Answer, EmptyState, Section } from '../../../ui';
import { extractPaths } from '../extracts-paths';
import { AdviceChip, StandingChip } from './looks';
import { ReadDialog } from './read-dialog';
import { WithdrawDialog } from './withdraw-dialog';

interface RowProps {
  one: ReleasedHeader;
  mayWrite: boolean;
  onRead: () => void;
  onWithdraw: () => void;
}

function Row({ one, mayWrite, onRead, onWithdraw }: RowProps) {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  const stands = one.state === 'in-force';
  const until = one.validUntil ? t('row.until', { date: format.date(one.validUntil) }) : '';
  const purpose = [t(`purpose.${one.purpose}`), one.purposeNote].filter((part) => part !== '').join(': ');
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
        flexWrap: 'wrap',
      }}
    >
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="subtitle1">{t('number', { number: one.number, version: one.version })}</Typography>
          {one.recommendation && <AdviceChip value={one.recommendation} faded={!stands} />}
          {!stands && <StandingChip state={one.state} />}
        </Box>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {[purpose, t('row.signed', { name: one.signedBy, date: format.date(one.signedOn) }), until].filter((part) => part !== '').join(' · ')}
        </Typography>
        {one.state === 'withdrawn' && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('row.withdrawn', { date: one.withdrawnOn ? format.date(one.withdrawnOn) : '', reason: one.withdrawnReason })}
          </Typography>
        )}
      </Box>
      <Box sx={{ display: 'flex', gap: 0.75 }}>
        {mayWrite && (stands || one.state === 'expired') && (
          <>
            <Button size="small" onClick={onWithdraw}>
              {t('withdraw.save')}
            </Button>
            <Button size="small" component={Link} to={extractPaths.newExtract(one.subject, { replaces: one.id })}>
              {t('replace')}
            </Button>
          </>
        )}
        <Button size="small" variant="outlined" onClick={onRead} aria-label={t('row.readOf', { number: one.number })}>
          {t('row.read')}
        </Button>
      </Box>
    </Box>
  );
}

/** Signed extracts addressed to the reader's role, on the file of the child, the candidate or the pair. */
export function ReleasedList({ subject }: { subject: Subject }) {
  const { t } = useTranslation('extracts');
  const { clinical } = useProfile();
  const mayWrite = useCan('extract.write') && clinical === 'held';
  const list = useAsk('extracts.ofSubject', { subject: subject });
  const [reading, setReading] = useState<ReleasedHeader | null>(null);
  const [withdrawing, setWithdrawing] = useState<ReleasedHeader | null>(null);
  const write = mayWrite && (
    <Button size="small" variant="outlined" component={Link} to={extractPaths.newExtract(subject)}>
      {t('write')}
    </Button>
  );
  return (
    <Section title={t('list.title')} aside={write}>
      <Answer of={list} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('list.none')}>{t(mayWrite ? 'list.noneOwn' : 'list.noneText')}</EmptyState>
          ) : (
            <Box component="ul">
              {rows.map((one) => (
                <Row
                  key={one.id}
                  one={one}
                  mayWrite={mayWrite}
                  onRead={() => {
                    setReading(one);
                  }}
                  onWithdraw={() => {
                    setWithdrawing(one);
                  }}
                />
              ))}
            </Box>
          )
        }
      </Answer>
      {reading && (
        <ReadDialog
          id={reading.id}
          onClose={() => {
            setReading(null);
          }}
        />
      )}
      {withdrawing && (
        <WithdrawDialog
          id={withdrawing.id}
          number={withdrawing.number}
          onClose={() => {
            setWithdrawing(null);
          }}
        />
      )}
    </Section>
  );
}
