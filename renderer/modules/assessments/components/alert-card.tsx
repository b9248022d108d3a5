import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { CircleCheck, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { line } from '../../../../shared/kernel/text';
import { requiredNote } from '../../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { useDraft } from '../../../lib/use-draft';
import { Banner, FormDialog, TextAreaField, TextField, useAppForm } from '../../../ui';
import { wordIn } from '../assessment-words';
import type { Assessment } from '../result-of';

type Alert = Assessment['alerts'][number];

const Schema = z.object({ text: requiredNote(5_000), route: line(300) });

function ActDialog({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const act = useAct('assessments.actOnAlert');
  const form = useAppForm(Schema, { text: '', route: '' });
  const draft = useDraft(`clinical/alert/${alert.id}`, form);
  return (
    <FormDialog
      open
      wide
      form={form}
      title={t('alert.dialog')}
      intro={t('alert.intro')}
      onClose={onClose}
      onSave={async (values) => {
        await act.mutateAsync({ id: alert.recordId, alertId: alert.id, ...values });
        await draft.forget();
      }}
    >
      <TextAreaField name="text" label={t('alert.text')} rows={4} />
      <TextField name="route" label={t('alert.route')} span={12} />
    </FormDialog>
  );
}

/** One answer that matters more than the sum: red until somebody writes what was done. */
export function AlertCard({ alert, subject }: { alert: Alert; subject: Assessment['header']['subject'] }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const may = useCan('assessment.write');
  const mayPlan = useCan('casework.read') && (subject.kind === 'child' || subject.kind === 'mentor');
  const [open, setOpen] = useState(false);
  const answer = wordIn(alert.answer, format.language);
  const title = answer === '' ? t('alert.titleNoAnswer', { n: alert.n }) : t('alert.title', { n: alert.n, answer });
  const { action } = alert;
  if (action)
    return (
      <Banner tone="ok" icon={CircleCheck} title={<span data-private>{title}</span>}>
        <Box data-private sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', color: 'text.primary' }}>
          {action.text}
        </Box>
        {t('alert.done', { name: action.by, date: format.dateTime(action.at) })}
        {action.route !== '' && <Box>{t('alert.told', { route: action.route })}</Box>}
      </Banner>
    );
  return (
    <>
      <Banner
        tone={alert.level === 'urgent' ? 'alarm' : 'warn'}
        icon={ShieldAlert}
        title={<span data-private>{title}</span>}
        actions={
          <>
            {may && (
              <Button
                variant="contained"
                color={alert.level === 'urgent' ? 'error' : 'primary'}
                onClick={() => {
                  setOpen(true);
                }}
              >
                {t('alert.act')}
              </Button>
            )}
            {mayPlan && (
              <Button
                variant="outlined"
                component={Link}
                to={`/psychology/casework/of/${subject.kind}/${subject.id}`}
                {...(alert.level === 'urgent' ? { color: 'error' as const } : {})}
              >
                {t('alert.plan')}
              </Button>
            )}
          </>
        }
      >
        {wordIn(alert.text, format.language)}
      </Banner>
      {open && (
        <ActDialog
          alert={alert}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
