import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { FileText, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../../shared/modules/clinical/clinical.model';
import type { GroupSessionRecord } from '../../../../shared/modules/art-therapy/observation.model';
import { useAct, useAsk } from '../../../lib/query';
import { ConfirmDialog } from '../../../ui';
import { AddDrawing } from './add-drawing';

/** Read from the vault into this page and kept nowhere else. */
function Picture({ file, large = false }: { file: Attachment; large?: boolean }) {
  const { t } = useTranslation('art-therapy');
  const content = useAsk('clinical.attachment', { fileId: file.id });
  if (file.type === 'application/pdf') return <FileText size={36} strokeWidth={1.25} aria-label={t('drawing.paper')} />;
  if (!content.data) return null;
  return (
    <Box
      component="img"
      data-private
      src={`data:${content.data.type};base64,${content.data.data}`}
      alt={file.caption === '' ? t('drawing.alt') : file.caption}
      sx={{ display: 'block', maxWidth: '100%', maxHeight: large ? '78vh' : 108, objectFit: 'contain' }}
    />
  );
}

const card = { width: 148, border: 1, borderColor: 'divider', borderRadius: '6px', backgroundColor: 'background.paper', overflow: 'hidden' } as const;

function Thumb({ file, title, onOpen, onRemove }: { file: Attachment; title: string; onOpen: () => void; onRemove: (() => void) | null }) {
  const { t } = useTranslation('art-therapy');
  return (
    <Box component="li" sx={card}>
      <ButtonBase onClick={onOpen} aria-label={t('drawing.open', { title })} sx={{ width: '100%', height: 112, p: 0.5 }}>
        <Picture file={file} />
      </ButtonBase>
      <Box sx={{ display: 'flex', alignItems: 'center', pl: 1, minHeight: 28 }}>
        <Typography variant="body2" data-private noWrap title={file.caption} sx={{ flex: 1 }}>
          {title}
        </Typography>
        {onRemove && (
          <IconButton size="small" onClick={onRemove} aria-label={t('drawing.removeOf', { title })}>
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </Box>
    </Box>
  );
}

function AddTile({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('art-therapy');
  return (
    <Box component="li">
      <ButtonBase
        onClick={onClick}
        sx={{
          width: 98,
          height: 130,
          border: '1px dashed',
          borderColor: 'seal.main',
          borderRadius: '6px',
          color: 'seal.main',
          flexDirection: 'column',
          gap: 0.75,
        }}
      >
        <Plus size={17} strokeWidth={1.75} aria-hidden />
        <Typography variant="body2" sx={{ fontWeight: 500 }}>
          {t('drawing.addShort')}
        </Typography>
      </ButtonBase>
    </Box>
  );
}

/** Drawings and photographs of the session, numbered; each under the name of its child. */
export function Drawings({ record, editable }: { record: GroupSessionRecord; editable: boolean }) {
  const { t } = useTranslation('art-therapy');
  const remove = useAct('clinical.removeAttachment', ['art-therapy']);
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<Attachment | null>(null);
  const [removing, setRemoving] = useState<Attachment | null>(null);
  const nameOf = (file: Attachment) => record.observations.find(({ childId }) => childId === file.childId)?.name ?? t('drawing.group');
  const close = () => {
    setRemoving(null);
  };
  return (
    <>
      <Box component="ul" aria-label={t('drawing.title')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        {record.drawings.map((file, index) => (
          <Thumb
            key={file.id}
            file={file}
            title={`${String(index + 1)}. ${nameOf(file)}`}
            onOpen={() => {
              setOpen(file);
            }}
            onRemove={
              editable
                ? () => {
                    setRemoving(file);
                  }
                : null
            }
          />
        ))}
        {editable && (
          <AddTile
            onClick={() => {
              setAdding(true);
            }}
          />
        )}
      </Box>
      {record.drawings.length === 0 && !editable && <Typography sx={{ color: 'text.secondary' }}>{t('drawing.none')}</Typography>}
      {adding && (
        <AddDrawing
          record={record}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      <Dialog
        open={open !== null}
        maxWidth="lg"
        aria-label={t('drawing.alt')}
        onClose={() => {
          setOpen(null);
        }}
      >
        {open && <Picture file={open} large />}
      </Dialog>
      <ConfirmDialog
        open={removing !== null}
        question={t('drawing.removeAsk')}
        consequence={t('drawing.removeText')}
        confirm={t('drawing.remove')}
        onCancel={close}
        onConfirm={async () => {
          if (removing) await remove.mutateAsync({ recordId: record.header.id, fileId: removing.id });
          close();
        }}
      />
    </>
  );
}
