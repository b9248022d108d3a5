import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FileId } from '../../../../shared/kernel/ids';
import { requiredLine } from '../../../../shared/kernel/text';
import { api } from '../../../lib/client';
import { useFormat } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useCan } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { DueRow, FileField, FormDialog, Rows, Section, TextField, useAppForm, useToast, type PickedFile } from '../../../ui';
import type { Child } from '../child.page';
import { saveBytes } from '../save-bytes';

const Picked = z.object({ file: z.custom<PickedFile>((value) => value !== null && typeof value === 'object', { error: 'FILE.REQUIRED' }) });
const Removal = z.object({ reason: requiredLine(500) });
const PAPERS = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

function AddDialog({ child, photo, onClose }: { child: Child; photo: boolean; onClose: () => void }) {
  const { t } = useTranslation('children');
  const [fileId] = useState(() => newId(FileId));
  const add = useAct('children.addFile');
  const set = useAct('children.setPhoto');
  const form = useAppForm(Picked, { file: null as unknown as PickedFile });
  return (
    <FormDialog
      open
      form={form}
      title={t(photo ? 'file.setPhoto' : 'file.add')}
      {...(photo ? { intro: t('file.photoIntro') } : {})}
      onClose={onClose}
      onSave={({ file }) =>
        photo ? set.mutateAsync({ id: child.id, data: file.base64 }) : add.mutateAsync({ id: child.id, fileId, name: file.name, data: file.base64 })
      }
    >
      <FileField name="file" label={t(photo ? 'file.photo' : 'file.file')} accept={photo ? ['image/jpeg', 'image/png', 'image/webp'] : PAPERS} />
    </FormDialog>
  );
}

function RemoveFileDialog({ child, fileId, onClose }: { child: Child; fileId: FileId; onClose: () => void }) {
  const { t } = useTranslation('children');
  const remove = useAct('children.removeFile');
  const form = useAppForm(Removal, { reason: '' });
  return (
    <FormDialog
      open
      dangerous
      form={form}
      title={t('file.removeTitle')}
      intro={t('file.removeIntro')}
      saveLabel={t('file.remove')}
      onClose={onClose}
      onSave={({ reason }) => remove.mutateAsync({ id: child.id, fileId, reason })}
    >
      <TextField name="reason" label={t('move.why')} span={12} autoFocus />
    </FormDialog>
  );
}

export function FilesSection({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const format = useFormat();
  const toast = useToast();
  const may = useCan('child.write');
  const removePhoto = useAct('children.removePhoto');
  const [adding, setAdding] = useState<'photo' | 'file' | null>(null);
  const [removing, setRemoving] = useState<FileId | null>(null);
  const download = (fileId: FileId) => {
    api.children.file({ id: child.id, fileId }).then((file) => {
      saveBytes(file.data, file.name, file.type);
    }, toast.fail);
  };
  return (
    <Section
      title={t('file.title')}
      aside={
        may && (
          <>
            <Button
              size="small"
              onClick={() => {
                if (child.hasPhoto)
                  removePhoto.mutate(
                    { id: child.id },
                    {
                      onSuccess: () => {
                        toast.show(t('file.photoRemoved'));
                      },
                      onError: toast.fail,
                    },
                  );
                else setAdding('photo');
              }}
            >
              {t(child.hasPhoto ? 'file.removePhoto' : 'file.setPhoto')}
            </Button>
            <Button
              size="small"
              startIcon={<Plus size={15} aria-hidden />}
              onClick={() => {
                setAdding('file');
              }}
            >
              {t('file.add')}
            </Button>
          </>
        )
      }
    >
      <Rows>
        {child.files.map((file) => (
          <DueRow
            key={file.id}
            when={format.short(file.addedOn)}
            title={file.name}
            reason={`${format.size(file.size)} · ${file.addedBy}`}
            action={
              <>
                <Button
                  variant="outlined"
                  onClick={() => {
                    download(file.id);
                  }}
                >
                  {t('file.save')}
                </Button>
                {may && (
                  <Button
                    color="inherit"
                    sx={{ color: 'text.secondary' }}
                    onClick={() => {
                      setRemoving(file.id);
                    }}
                  >
                    {t('file.remove')}
                  </Button>
                )}
              </>
            }
          />
        ))}
      </Rows>
      {adding && (
        <AddDialog
          child={child}
          photo={adding === 'photo'}
          onClose={() => {
            setAdding(null);
          }}
        />
      )}
      {removing && (
        <RemoveFileDialog
          child={child}
          fileId={removing}
          onClose={() => {
            setRemoving(null);
          }}
        />
      )}
    </Section>
  );
}
