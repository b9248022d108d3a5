import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { noteText } from '../../../../shared/modules/clinical/clinical.model';
import type { CaseSubject, RequestRecord } from '../../../../shared/modules/sessions/casework.model';
import { useFormat } from '../../../lib/format';
import { useCan, useProfile } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { useDraft } from '../../../lib/use-draft';
import { FormDialog, RadioField, Section, StatusChip, TextAreaField, useAppForm, type Tone } from '../../../ui';
import { work } from '../casework-paths';
import { NotAsSigned } from './state-chip';

const Decision = z.object({ outcome: z.enum(['accepted', 'declined']), reason: noteText(2000) });
const TONE: Record<RequestRecord['fields']['urgency'], Tone> = { planned: 'mute', soon: 'warn', urgent: 'alarm' };

function DecideDialog({ request, onClose }: { request: RequestRecord; onClose: () => void }) {
  const { t } = useTranslation('sessions');
  const decide = useAct('sessions.decideRequest');
  const form = useAppForm(Decision, { outcome: 'accepted', reason: '' });
  const draft = useDraft(`clinical/decision/${request.header.id}`, form);
  return (
    <FormDialog
      open
      form={form}
      title={t('request.decideTitle')}
      intro={t('request.decideIntro')}
      saveLabel={t('request.decide')}
      onClose={onClose}
      onSave={async (values) => {
        await decide.mutateAsync({ id: request.header.id, ...values });
        await draft.forget();
      }}
    >
      <RadioField
        name="outcome"
        label={t('request.outcome')}
        row
        options={['accepted', 'declined'].map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <TextAreaField name="reason" label={t('request.reason')} help={t('request.reasonHint')} rows={3} />
    </FormDialog>
  );
}

function Request({ request, onDecide }: { request: RequestRecord; onDecide: () => void }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const { userId } = useProfile();
  const may = useCan('casework.write');
  const { fields, decision, header } = request;
  const own = may && header.state === 'draft' && header.authorId === userId;
  const who = fields.fromName === '' ? t(`from.${fields.from}`) : `${t(`from.${fields.from}`)}, ${fields.fromName}`;
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1.25, display: 'flex', gap: 2 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <NotAsSigned asSigned={request.asSigned} />
        <Typography data-private sx={{ whiteSpace: 'pre-line' }}>
          {fields.about}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('request.from', { who, date: format.date(fields.receivedOn) })}
          {decision &&
            ` · ${t('request.decided', { outcome: t(`outcome.${decision.outcome}`), date: format.date(decision.on), name: decision.byName })}`}
        </Typography>
        {decision && decision.reason.trim() !== '' && (
          <Typography variant="body2" data-private>
            {decision.reason}
          </Typography>
        )}
      </Box>
      <Box sx={{ flex: 'none', display: 'flex', gap: 1, alignItems: 'center', alignSelf: 'flex-start' }}>
        {decision ? (
          <StatusChip plain tone={decision.outcome === 'accepted' ? 'ok' : 'mute'} word={t(`outcome.${decision.outcome}`)} />
        ) : (
          <StatusChip plain tone={TONE[fields.urgency]} word={t(`urgency.${fields.urgency}`)} />
        )}
        {own && (
          <>
            <Button size="small" component={Link} to={`${work.form(header.subject as CaseSubject, 'request')}?record=${header.id}`}>
              {t('action.edit')}
            </Button>
            <Button size="small" variant="outlined" onClick={onDecide}>
              {t('request.decide')}
            </Button>
          </>
        )}
      </Box>
    </Box>
  );
}

export function RequestsPart({ subject, requests }: { subject: CaseSubject; requests: RequestRecord[] }) {
  const { t } = useTranslation('sessions');
  const may = useCan('casework.write');
  const [open, setOpen] = useState<RequestRecord | null>(null);
  return (
    <Section
      title={t('part.requests')}
      aside={
        may && (
          <Button size="small" component={Link} to={work.form(subject, 'request')}>
            {t('request.add')}
          </Button>
        )
      }
    >
      {requests.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('request.none')}
        </Typography>
      ) : (
        <Box component="ul">
          {requests.map((request) => (
            <Request
              key={request.header.id}
              request={request}
              onDecide={() => {
                setOpen(request);
              }}
            />
          ))}
        </Box>
      )}
      {open && (
        <DecideDialog
          request={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </Section>
  );
}
