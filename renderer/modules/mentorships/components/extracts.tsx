import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { SealedArea, Section, StatusChip, type Tone } from '../../../ui';
import type { Pair } from '../pair.page';
import { ExtractDialog } from './extract-dialog';
import { WithdrawDialog } from './withdraw-dialog';

type Extract = Pair['extracts'][number];

function standing(extract: Extract): { key: string; tone: Tone } {
  if (extract.withdrawnOn !== null) return { key: 'withdrawn', tone: 'mute' };
  if (extract.recommendation === 'not-now') return { key: 'not-now', tone: 'alarm' };
  return extract.validUntil < today() ? { key: 'ended', tone: 'warn' } : { key: extract.recommendation, tone: 'ok' };
}

/** The psychologist's short word for the programme: a recommendation and its conditions, never observations. */
export function Extracts({ pair }: { pair: Pair }) {
  const { t } = useTranslation('mentorships');
  const format = useFormat();
  const mayWrite = useCan('clinical.hold') && pair.stage !== 'closed';
  const withdraw = useAct('mentorships.withdrawExtract', ['documents']);
  const [adding, setAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Extract | null>(null);
  const add = mayWrite && (
    <Button
      variant="outlined"
      onClick={() => {
        setAdding(true);
      }}
    >
      {t('extract.add')}
    </Button>
  );
  return (
    <Box sx={{ mt: 3 }}>
      <Section title={t('extract.title')} ruled aside={pair.extracts.length > 0 && add}>
        {pair.extracts.length === 0 && (
          <SealedArea title={t('extract.none')} action={add}>
            {t('extract.noneText')}
          </SealedArea>
        )}
        <Box component="ul">
          {[...pair.extracts].reverse().map((extract) => {
            const state = standing(extract);
            return (
              <Box component="li" key={extract.id} sx={{ py: 1.25, borderTop: 1, borderColor: 'divider' }}>
                <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center' }}>
                  <Typography variant="subtitle1">{t('extract.no', { number: extract.number })}</Typography>
                  <StatusChip word={t(`recommendation.${state.key}`)} tone={state.tone} />
                  <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
                    {t('extract.signed', { who: extract.signedBy, date: format.short(extract.signedOn), until: format.short(extract.validUntil) })}
                  </Typography>
                  {mayWrite && extract.withdrawnOn === null && (
                    <Button
                      size="small"
                      onClick={() => {
                        setWithdrawing(extract);
                      }}
                    >
                      {t('voice.withdraw')}
                    </Button>
                  )}
                </Box>
                {extract.text !== '' && <Typography sx={{ mt: 0.5, whiteSpace: 'pre-wrap' }}>{extract.text}</Typography>}
              </Box>
            );
          })}
        </Box>
      </Section>
      {adding && (
        <ExtractDialog
          pair={pair}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      {withdrawing && (
        <WithdrawDialog
          title={t('extract.withdrawTitle')}
          onClose={() => {
            setWithdrawing(null);
          }}
          onSave={(values) => withdraw.mutateAsync({ pairId: pair.id, id: withdrawing.id, ...values })}
        />
      )}
    </Box>
  );
}
