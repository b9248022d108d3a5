import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RowId } from '../../../shared/kernel/ids';
import { requiredLine } from '../../../shared/kernel/text';
import { requiredNote } from '../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../lib/format';
import { newId } from '../../lib/new-id';
import { useCan } from '../../lib/profile';
import { useAct, useAsk } from '../../lib/query';
import { useDraft } from '../../lib/use-draft';
import { Answer, FormDialog, Section, TextAreaField, TextField, useAppForm } from '../../ui';

const Schema = z.object({ text: requiredNote(20_000), reason: requiredLine(500) });

function AmendDialog({ recordId, onClose }: { recordId: RowId; onClose: () => void }) {
  const { t } = useTranslation('clinical');
  const [id] = useState(() => newId(RowId));
  const amend = useAct('clinical.amend', ['assessments', 'interviews', 'sessions', 'art-therapy', 'extracts']);
  const form = useAppForm(Schema, { text: '', reason: '' });
  const draft = useDraft(`clinical/amendment/${recordId}`, form);
  return (
    <FormDialog
      open
      wide
      form={form}
      title={t('amend.title')}
      intro={t('amend.intro')}
      onClose={onClose}
      onSave={async (values) => {
        await amend.mutateAsync({ id, recordId, ...values });
        await draft.forget();
      }}
    >
      <TextAreaField name="text" label={t('amend.text')} rows={5} />
      <TextField name="reason" label={t('amend.reason')} span={12} />
    </FormDialog>
  );
}

/** What was added beside a signed record of whatever kind, with its author and reason. Whoever reads in an emergency adds nothing. */
export function Amendments({ recordId }: { recordId: RowId }) {
  const { t } = useTranslation('clinical');
  const format = useFormat();
  const may = useCan('clinical.hold');
  const [open, setOpen] = useState(false);
  const list = useAsk('clinical.amendments', { recordId });
  const add = may && (
    <Button
      size="small"
      onClick={() => {
        setOpen(true);
      }}
    >
      {t('amend.add')}
    </Button>
  );
  return (
    <Section title={t('amend.list')} aside={add} ruled>
      <Answer of={list} rows={1}>
        {(amendments) =>
          amendments.length === 0 ? (
            <Typography sx={{ color: 'text.secondary' }}>{t('amend.none')}</Typography>
          ) : (
            <Box component="ol" sx={{ display: 'grid', gap: 1.5 }}>
              {amendments.map((amendment) => (
                <Box component="li" key={amendment.id}>
                  {amendment.text !== '' && (
                    <Typography data-private sx={{ whiteSpace: 'pre-line', maxWidth: 760 }}>
                      {amendment.text}
                    </Typography>
                  )}
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {t('amend.by', { name: amendment.authorName, date: format.dateTime(amendment.at), reason: amendment.reason })}
                  </Typography>
                </Box>
              ))}
            </Box>
          )
        }
      </Answer>
      {open && (
        <AmendDialog
          recordId={recordId}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </Section>
  );
}
