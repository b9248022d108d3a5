import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RowId } from '../../../../shared/kernel/ids';
import { requiredLine } from '../../../../shared/kernel/text';
import { requiredNote } from '../../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useCan } from '../../../lib/profile';
import { useAct, useAsk } from '../../../lib/query';
import { useDraft } from '../../../lib/use-draft';
import { Answer, FormDialog, Section, TextAreaField, TextField, useAppForm } from '../../../ui';

const Schema = z.object({ text: requiredNote(20_000), reason: requiredLine(500) });

function AmendDialog({ recordId, onClose }: { recordId: string; onClose: () => void }) {
  const { t } = useTranslation('sessions');
  const [id] = useState(() => newId(RowId));
  const amend = useAct('clinical.amend', ['sessions', 'clinical']);
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

/** What was added to a signed record: beside it, with its author and reason. */
export function Amendments({ recordId }: { recordId: string }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const may = useCan('casework.write');
  const [open, setOpen] = useState(false);
  const list = useAsk('clinical.amendments', { recordId: recordId });
  return (
    <Section
      title={t('amend.list')}
      aside={
        may && (
          <Button
            size="small"
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('amend.add')}
          </Button>
        )
      }
    >
      <Answer of={list}>
        {(amendments) =>
          amendments.length === 0 ? (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('amend.none')}
            </Typography>
          ) : (
            <Box component="ol" sx={{ display: 'grid', gap: 1.5 }}>
              {amendments.map((amendment) => (
                <Box component="li" key={amendment.id}>
                  <Typography data-private sx={{ whiteSpace: 'pre-line' }}>
                    {amendment.text}
                  </Typography>
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
