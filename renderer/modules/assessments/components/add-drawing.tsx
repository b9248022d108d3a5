import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FileId, type RowId } from '../../../../shared/kernel/ids';
import { line } from '../../../../shared/kernel/text';
import { fieldSentence } from '../../../lib/error-text';
import { newId } from '../../../lib/new-id';
import { useAct } from '../../../lib/query';
import { FormDialog, TextField, useAppForm, type PickedFile } from '../../../ui';
import { readPicked } from '../read-picked';

const MOST_MEGABYTES = 10;
const Schema = z.object({
  file: z.custom<PickedFile>((value) => value !== null && typeof value === 'object', { error: 'FILE.REQUIRED' }),
  caption: line(300),
});

/**
 * Any file may be chosen: the program looks inside and says what is wrong with it (a telephone's HEIC, a cut-off picture),
 * which a filter by name could not.
 */
export function AddDrawing({ recordId, onClose }: { recordId: RowId; onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const [fileId] = useState(() => newId(FileId));
  const add = useAct('clinical.addAttachment', ['clinical', 'assessments']);
  const form = useAppForm(Schema, { file: null as unknown as PickedFile, caption: '' });
  const picker = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState<PickedFile | null>(null);
  const [seen, setSeen] = useState(true);
  const [tooLarge, setTooLarge] = useState(false);
  const missing = form.formState.errors.file !== undefined;
  const take = async (file: File | undefined) => {
    if (!file) return;
    const picked = await readPicked(file, MOST_MEGABYTES);
    setSeen(true);
    setShown(picked);
    setTooLarge(picked === null);
    form.setValue('file', picked as PickedFile, { shouldValidate: picked !== null });
  };
  return (
    <FormDialog
      open
      form={form}
      title={t('projective.drawing.add')}
      intro={t('projective.drawing.rule', { megabytes: MOST_MEGABYTES })}
      saveLabel={t('projective.drawing.seal')}
      onClose={onClose}
      onSave={({ file, caption }) => add.mutateAsync({ recordId, fileId, name: file.name, caption, data: file.base64 })}
    >
      <Box sx={{ gridColumn: 'span 12' }}>
        <Button variant="outlined" onClick={() => picker.current?.click()}>
          {t(shown ? 'projective.drawing.another' : 'projective.drawing.choose')}
        </Button>
        <input
          ref={picker}
          type="file"
          accept="image/*,.heic,.heif,application/pdf"
          aria-label={t('projective.drawing.choose')}
          hidden
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {shown && seen && shown.type.startsWith('image/') && (
          <Box
            component="img"
            data-private
            src={`data:${shown.type};base64,${shown.base64}`}
            alt={t('projective.drawing.preview')}
            onError={() => {
              setSeen(false);
            }}
            sx={{ display: 'block', mt: 1.5, maxWidth: '100%', maxHeight: 260, objectFit: 'contain' }}
          />
        )}
        {shown && (!seen || !shown.type.startsWith('image/')) && (
          <Typography data-private sx={{ mt: 1, overflowWrap: 'anywhere' }}>
            {shown.name}
          </Typography>
        )}
        {!shown && (tooLarge || missing) && (
          <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1 }}>
            {tooLarge ? t('projective.drawing.tooLarge', { megabytes: MOST_MEGABYTES }) : fieldSentence('FILE.REQUIRED')}
          </Typography>
        )}
      </Box>
      <TextField name="caption" label={t('projective.drawing.caption')} span={12} />
    </FormDialog>
  );
}
