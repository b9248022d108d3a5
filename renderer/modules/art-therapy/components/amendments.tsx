import Box from '@mui/material/Box';
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
import { Answer, FormDialog, TextAreaField, TextField, useAppForm } from '../../../ui';
import { SheetPart } from './sealed-sheet';
import { SealButton } from './seal-button';

const Schema = z.object({ text: requiredNote(20_000), reason: requiredLine(500) });

function AmendDialog({ recordId, onClose }: { recordId: RowId; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const [id] = useState(() => newId(RowId));
  const amend = useAct('clinical.amend', ['art-therapy']);
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

/** What was added to a signed session: beside it, with its author and reason. */
export function Amendments({ recordId }: { recordId: RowId }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const may = useCan('group.write');
  const [open, setOpen] = useState(false);
  const list = useAsk('clinical.amendments', { recordId });
  const add = may && (
    <SealButton
      onClick={() => {
        setOpen(true);
      }}
    >
      {t('amend.add')}
    </SealButton>
  );
  return (
    <SheetPart title={t('amend.list')} aside={add}>
      <Answer of={list}>
        {(amendments) => (
          <Box component="ol" sx={{ display: 'grid', gap: 1 }}>
            {amendments.map((one) => (
              <Box component="li" key={one.id}>
                <Typography data-private sx={{ whiteSpace: 'pre-line' }}>
                  {one.text}
                </Typography>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {t('amend.by', { name: one.authorName, date: format.dateTime(one.at), reason: one.reason })}
                </Typography>
              </Box>
            ))}
          </Box>
        )}
      </Answer>
      {open && (
        <AmendDialog
          recordId={recordId}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </SheetPart>
  );
}
