import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { RowId } from '../../../../shared/kernel/ids';
import type { MentorFields } from '../../../../shared/modules/candidates/candidates.model';
import { newId } from '../../../lib/new-id';
import { FieldGrid, NumberField, TextField } from '../../../ui';

/** Everybody who lives under the same roof. */
export function HouseholdFields() {
  const { t } = useTranslation('candidates');
  const { control } = useFormContext<MentorFields>();
  const { fields, append, remove } = useFieldArray({ control, name: 'household', keyName: 'key' });
  return (
    <>
      {fields.map((member, index) => (
        <Box key={member.key} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', mb: 2 }}>
          <Box sx={{ flex: 1 }}>
            <FieldGrid>
              <TextField name={`household.${String(index)}.name`} label={t('field.memberName')} span={4} />
              <TextField name={`household.${String(index)}.relation`} label={t('field.relation')} span={3} />
              <NumberField name={`household.${String(index)}.birthYear`} label={t('field.birthYear')} span={2} />
              <TextField name={`household.${String(index)}.occupation`} label={t('field.occupation')} span={3} />
            </FieldGrid>
          </Box>
          <IconButton
            aria-label={t('form.removeMember', { name: member.name })}
            onClick={() => {
              remove(index);
            }}
            sx={{ mt: 3 }}
          >
            <Trash2 size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </Box>
      ))}
      <Button
        startIcon={<Plus size={16} aria-hidden />}
        onClick={() => {
          append({ id: newId(RowId), name: '', birthYear: null, relation: '', occupation: '' });
        }}
      >
        {t('form.addMember')}
      </Button>
    </>
  );
}
