import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { CircleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { FormProvider, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RowId } from '../../../../shared/kernel/ids';
import { PlainDate } from '../../../../shared/kernel/plain-date';
import { requiredLine } from '../../../../shared/kernel/text';
import { TemplateText } from '../../../../shared/modules/documents/documents.settings.model';
import { readTemplate } from '../../../../shared/papers/template';
import { api } from '../../../lib/client';
import { sentenceOf, useErrorText } from '../../../lib/error-text';
import { today } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useAct, useAsk } from '../../../lib/query';
import { Answer, DateField, FieldGrid, Section, StatusChip, TextAreaField, TextField, useAppForm, useSubmit, useToast } from '../../../ui';
import type { TemplateRow } from '../templates.page';
import { Paper } from './paper';

const Schema = z.object({ note: requiredLine(500), inForceFrom: PlainDate, text: TemplateText });

const pretty = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

/** What keeps the text from being saved, as one types. */
function Faults() {
  const { t } = useTranslation('documents');
  const text = useWatch({ name: 'text' }) as string;
  const verdict = useMemo(() => readTemplate(text), [text]);
  if (verdict.ok) return <StatusChip tone="ok" word={t('editor.sound')} />;
  return (
    <Section title={t('editor.faults')} count={verdict.faults.length}>
      <Box component="ul" sx={{ maxHeight: 180, overflow: 'auto' }}>
        {verdict.faults.map((fault, index) => (
          <Box component="li" key={index} sx={{ display: 'flex', gap: 1, py: 0.5, color: 'error.main' }}>
            <CircleAlert size={16} strokeWidth={1.75} aria-hidden style={{ flex: 'none', marginTop: 3 }} />
            <Typography variant="body2" sx={{ color: 'text.primary' }}>
              {sentenceOf(fault.code, { detail: fault.detail })}{' '}
              <Box component="code" sx={{ color: 'text.secondary', fontSize: 12 }}>
                {fault.path}
              </Box>
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

function Editor({ row, basedOn, start, onClose }: { row: TemplateRow; basedOn: string; start: string; onClose: (version?: string) => void }) {
  const { t } = useTranslation('documents');
  const toast = useToast();
  const sentence = useErrorText();
  const save = useAct('documents.saveTemplateVersion');
  const [id] = useState(() => newId(RowId));
  const [shown, setShown] = useState<string | null>(null);
  const form = useAppForm<z.input<typeof Schema>, z.output<typeof Schema>>(Schema, { note: '', inForceFrom: today(), text: start });
  const { submit, busy, error } = useSubmit(form, async (values) => {
    const record = await save.mutateAsync({ id, templateId: row.id, basedOn, ...values });
    toast.show(t('editor.saved', { version: record.version }));
    onClose(record.version);
  });
  const preview = () => {
    api.documents.previewTemplate({ templateId: row.id, version: null, text: form.getValues('text'), language: 'both' }).then(({ base64 }) => {
      setShown(base64);
    }, toast.fail);
  };
  return (
    <FormProvider {...form}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        sx={{ flex: '1 1 0', minHeight: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 3 }}
      >
        <Box sx={{ overflow: 'auto', pr: 1 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
            {t('editor.intro', { version: basedOn })}
          </Typography>
          <Box sx={{ '& textarea': { fontFamily: 'ui-monospace, monospace', fontSize: 13, lineHeight: '19px' } }}>
            <TextAreaField name="text" label={t('editor.text')} rows={14} />
          </Box>
          <Box sx={{ my: 1.5 }}>
            <Faults />
          </Box>
          <FieldGrid>
            <TextField name="note" label={t('editor.note')} help={t('editor.noteHelp')} span={8} />
            <DateField name="inForceFrom" label={t('editor.inForceFrom')} span={4} />
          </FieldGrid>
          {error !== null && (
            <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1.5 }}>
              {sentence(error)}
            </Typography>
          )}
          <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
            <Button type="submit" variant="contained" disabled={busy}>
              {t('editor.save')}
            </Button>
            <Button variant="outlined" onClick={preview}>
              {t('editor.preview')}
            </Button>
            <Button
              color="inherit"
              onClick={() => {
                onClose();
              }}
            >
              {t('editor.cancel')}
            </Button>
          </Box>
        </Box>
        <Box sx={{ minHeight: 0, minWidth: 0, border: 1, borderColor: 'divider', borderRadius: '8px', overflow: 'hidden' }}>
          {shown === null ? (
            <Typography sx={{ color: 'text.secondary', p: 3 }}>{t('editor.previewHint')}</Typography>
          ) : (
            <Paper base64={shown} fileName="template.pdf" printable={false} lead={<StatusChip word={t('templates.sample')} />} />
          )}
        </Box>
      </Box>
    </FormProvider>
  );
}

/** The organisation's next version of a text. What is in force, and what was issued by it, stays. */
export function TemplateEditor({ row, onClose }: { row: TemplateRow; onClose: (version?: string) => void }) {
  const basedOn = [...row.versions].sort((a, b) => (b.savedAt ?? '').localeCompare(a.savedAt ?? ''))[0]?.version ?? row.inForce;
  const record = useAsk('documents.getTemplate', { id: row.id, version: basedOn });
  return <Answer of={record}>{(value) => <Editor row={row} basedOn={basedOn} start={pretty(value.text)} onClose={onClose} />}</Answer>;
}
