import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { RowId } from '../../../../shared/kernel/ids';
import { PlanFields, type GroupRoom } from '../../../../shared/modules/art-therapy/observation.model';
import { newId } from '../../../lib/new-id';
import { useAct } from '../../../lib/query';
import { useDraft } from '../../../lib/use-draft';
import { changesOf, FormDialog, TextAreaField, TextField, useAppForm } from '../../../ui';
import { SealedSheet, SheetPart } from './sealed-sheet';
import { SealButton } from './seal-button';

function Lines() {
  const { t } = useTranslation('art-therapy');
  const { fields, append, remove } = useFieldArray({ name: 'sessions', keyName: 'key' });
  return (
    <>
      {fields.map((line, index) => (
        <Box
          key={line.key}
          sx={{ gridColumn: 'span 12', display: 'grid', gridTemplateColumns: 'repeat(12, minmax(0, 1fr)) 36px', columnGap: 1.5, alignItems: 'end' }}
        >
          <TextField name={`sessions.${String(index)}.theme`} label={t('plan.theme', { no: index + 1 })} span={5} />
          <TextField name={`sessions.${String(index)}.technique`} label={t('field.technique')} span={3} />
          <TextField name={`sessions.${String(index)}.aim`} label={t('plan.lineAim')} span={4} />
          <IconButton
            size="small"
            aria-label={t('plan.removeLine', { no: index + 1 })}
            onClick={() => {
              remove(index);
            }}
          >
            <X size={16} aria-hidden />
          </IconButton>
        </Box>
      ))}
      <Box sx={{ gridColumn: 'span 12' }}>
        <Button
          size="small"
          startIcon={<Plus size={15} aria-hidden />}
          onClick={() => {
            append({ id: newId(RowId), theme: '', technique: '', aim: '' });
          }}
        >
          {t('plan.addLine')}
        </Button>
      </Box>
    </>
  );
}

function PlanDialog({ room, onClose }: { room: GroupRoom; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const save = useAct('art-therapy.savePlan');
  const [opened] = useState(room.plan);
  const form = useAppForm(PlanFields, opened);
  const draft = useDraft(`clinical/group-plan/${room.groupId}`, form);
  return (
    <FormDialog
      open
      wide
      form={form}
      title={t('plan.title')}
      intro={t('sealed.intro')}
      fieldLabel={(field) => t(`plan.${field}`)}
      onClose={onClose}
      onSave={async (values, base) => {
        await save.mutateAsync({ groupId: room.groupId, changes: changesOf(base, values) });
        await draft.forget();
      }}
    >
      <TextAreaField name="aim" label={t('plan.aim')} rows={3} />
      <Lines />
    </FormDialog>
  );
}

/** What the group is for, and the sessions as they are meant. */
export function PlanPart({ room, may }: { room: GroupRoom; may: boolean }) {
  const { t } = useTranslation('art-therapy');
  const [open, setOpen] = useState(false);
  const { aim, sessions } = room.plan;
  const edit = may && (
    <SealButton
      onClick={() => {
        setOpen(true);
      }}
    >
      {t(aim === '' && sessions.length === 0 ? 'sheet.write' : 'sheet.edit')}
    </SealButton>
  );
  return (
    <SealedSheet aside=" ">
      <SheetPart title={t('plan.title')} aside={edit}>
        {aim === '' && sessions.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('plan.none')}</Typography>}
        {aim !== '' && (
          <Typography data-private sx={{ whiteSpace: 'pre-line' }}>
            {aim}
          </Typography>
        )}
        <Box component="ol" sx={{ mt: 1, display: 'grid', gap: 0.5 }}>
          {sessions.map((line, index) => (
            <Box component="li" key={line.id} sx={{ display: 'flex', gap: 1.25, borderTop: 1, borderColor: 'divider', pt: 0.5 }}>
              <Typography variant="body2" sx={{ color: 'text.secondary', width: 22, flex: 'none' }}>
                {index + 1}
              </Typography>
              <Typography variant="body2" data-private>
                {[line.theme, line.technique, line.aim].filter((part) => part !== '').join(' · ')}
              </Typography>
            </Box>
          ))}
        </Box>
      </SheetPart>
      {open && (
        <PlanDialog
          room={room}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </SealedSheet>
  );
}
