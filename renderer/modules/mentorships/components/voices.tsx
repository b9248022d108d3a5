import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { EmptyState, Section, StatusChip, Voice, type Tone } from '../../../ui';
import type { Pair } from '../pair.page';
import { VoiceDialog } from './voice-dialog';
import { WithdrawDialog } from './withdraw-dialog';

type ChildVoice = Pair['voices'][number];

function standing(voice: ChildVoice): { key: string; tone: Tone } {
  if (voice.withdrawnOn !== null) return { key: 'withdrawn', tone: 'alarm' };
  if (voice.decision === 'refuses') return { key: 'refuses', tone: 'alarm' };
  if (voice.termTo < today()) return { key: 'ended', tone: 'warn' };
  return { key: voice.decision, tone: 'ok' };
}

function One({ voice, onWithdraw }: { voice: ChildVoice; onWithdraw: (() => void) | null }) {
  const { t } = useTranslation('mentorships');
  const format = useFormat();
  const state = standing(voice);
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', mb: 0.75 }}>
        <Typography variant="subtitle1">{t(`voice.${voice.kind}`)}</Typography>
        <StatusChip word={t(`decision.${state.key}`)} tone={state.tone} />
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
          {t('voice.term', { from: format.short(voice.termFrom), to: format.short(voice.termTo) })}
        </Typography>
        {onWithdraw && voice.withdrawnOn === null && (
          <Button size="small" onClick={onWithdraw}>
            {t('voice.withdraw')}
          </Button>
        )}
      </Box>
      {voice.childWords !== '' && (
        <Voice by={t('voice.by', { who: voice.talkedBy, date: format.date(voice.saidOn) })}>{`«${voice.childWords}»`}</Voice>
      )}
      {voice.condition !== '' && <Typography sx={{ mt: 0.75 }}>{t('voice.conditionIs', { condition: voice.condition })}</Typography>}
      {voice.withdrawnReason !== '' && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {voice.withdrawnReason}
        </Typography>
      )}
    </Box>
  );
}

/** What the child said about this family. A refusal is kept like a consent. */
export function Voices({ pair }: { pair: Pair }) {
  const { t } = useTranslation('mentorships');
  const mayWrite = useCan('child.prepare') && pair.stage !== 'closed';
  const withdraw = useAct('mentorships.withdrawChildVoice', ['documents']);
  const [adding, setAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<ChildVoice | null>(null);
  const add = mayWrite && (
    <Button
      variant="outlined"
      onClick={() => {
        setAdding(true);
      }}
    >
      {t('voice.add')}
    </Button>
  );
  return (
    <Box sx={{ mt: 3 }}>
      <Section title={t('voice.title')} ruled aside={pair.voices.length > 0 && add}>
        {pair.voices.length === 0 ? (
          <EmptyState title={t('voice.empty')} actions={add}>
            {t('voice.emptyText')}
          </EmptyState>
        ) : (
          <Box component="ul">
            {[...pair.voices].reverse().map((voice) => (
              <One
                key={voice.id}
                voice={voice}
                onWithdraw={
                  mayWrite
                    ? () => {
                        setWithdrawing(voice);
                      }
                    : null
                }
              />
            ))}
          </Box>
        )}
      </Section>
      {adding && (
        <VoiceDialog
          pair={pair}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      {withdrawing && (
        <WithdrawDialog
          title={t('voice.withdrawTitle')}
          onClose={() => {
            setWithdrawing(null);
          }}
          onSave={(values) => withdraw.mutateAsync({ pairId: pair.id, id: withdrawing.id, ...values })}
        />
      )}
    </Box>
  );
}
