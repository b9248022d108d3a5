import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { FileText, ImagePlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import type { Attachment } from '../../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../../lib/format';
import { useAct, useAsk } from '../../../lib/query';
import { Answer, ConfirmDialog } from '../../../ui';
import { AddDrawing } from './add-drawing';

/** The picture itself, read from the vault into this page and kept nowhere else. */
function Picture({ file, large = false }: { file: Attachment; large?: boolean }) {
  const { t } = useTranslation('assessments');
  const content = useAsk('clinical.attachment', { fileId: file.id });
  if (file.type === 'application/pdf') return <FileText size={40} strokeWidth={1.25} aria-label={file.name} />;
  if (!content.data) return <Typography variant="body2">{t('projective.drawing.opening')}</Typography>;
  return (
    <Box
      component="img"
      data-private
      src={`data:${content.data.type};base64,${content.data.data}`}
      alt={file.caption === '' ? t('projective.drawing.alt') : file.caption}
      sx={{ display: 'block', maxWidth: '100%', maxHeight: large ? '78vh' : 132, objectFit: 'contain' }}
    />
  );
}

function Thumb({ file, onOpen, onRemove }: { file: Attachment; onOpen: () => void; onRemove?: () => void }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  return (
    <Box component="li" sx={{ width: 172 }}>
      <ButtonBase
        onClick={onOpen}
        aria-label={t('projective.drawing.open')}
        sx={{
          width: 172,
          height: 140,
          border: 1,
          borderColor: 'divider',
          borderRadius: '6px',
          backgroundColor: 'background.paper',
          overflow: 'hidden',
          '&.Mui-focusVisible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 },
        }}
      >
        <Picture file={file} />
      </ButtonBase>
      {file.caption !== '' && (
        <Typography variant="body2" data-private sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
          {file.caption}
        </Typography>
      )}
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {format.size(file.size)}
        </Typography>
        {onRemove && (
          <Button size="small" color="inherit" onClick={onRemove}>
            {t('projective.drawing.remove')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

/** Drawings and photographs sealed with a record; added and taken away only while it is a draft. */
export function Drawings({ recordId, editable }: { recordId: RowId; editable: boolean }) {
  const { t } = useTranslation('assessments');
  const files = useAsk('clinical.attachments', { recordId });
  const remove = useAct('clinical.removeAttachment', ['clinical', 'assessments']);
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<Attachment | null>(null);
  const [removing, setRemoving] = useState<Attachment | null>(null);
  const close = () => {
    setRemoving(null);
  };
  return (
    <Box>
      <Answer of={files}>
        {(list) =>
          list.length === 0 ? (
            <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
              {t('projective.drawing.none')}
            </Typography>
          ) : (
            <Box component="ul" aria-label={t('projective.drawing.list')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 1 }}>
              {list.map((file) => (
                <Thumb
                  key={file.id}
                  file={file}
                  onOpen={() => {
                    setOpen(file);
                  }}
                  {...(editable
                    ? {
                        onRemove: () => {
                          setRemoving(file);
                        },
                      }
                    : {})}
                />
              ))}
            </Box>
          )
        }
      </Answer>
      {editable && (
        <Button
          variant="outlined"
          startIcon={<ImagePlus size={16} strokeWidth={1.75} aria-hidden />}
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('projective.drawing.add')}
        </Button>
      )}
      {adding && (
        <AddDrawing
          recordId={recordId}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      <Dialog
        open={open !== null && open.type !== 'application/pdf'}
        maxWidth="lg"
        aria-label={t('projective.drawing.alt')}
        onClose={() => {
          setOpen(null);
        }}
      >
        {open && <Picture file={open} large />}
      </Dialog>
      <ConfirmDialog
        open={removing !== null}
        question={t('projective.drawing.removeAsk')}
        consequence={t('projective.drawing.removeText')}
        confirm={t('projective.drawing.remove')}
        onCancel={close}
        onConfirm={async () => {
          if (removing) await remove.mutateAsync({ recordId, fileId: removing.id });
          close();
        }}
      />
    </Box>
  );
}
