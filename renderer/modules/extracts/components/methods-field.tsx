import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { CircleAlert, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Method } from '../../../../shared/modules/extracts/extracts.model';
import { today, useFormat } from '../../../lib/format';
import { DateField, FormDialog, TextField, useAppForm } from '../../../ui';
import { sentenceOfField } from '../../../ui/form/field-codes';

type One = z.output<typeof Method>;

const sameMethod = (a: One, b: One): boolean => a.name === b.name && a.version === b.version && a.date === b.date;
export const withMethod = (methods: readonly One[], method: One): One[] =>
  methods.some((one) => sameMethod(one, method)) ? [...methods] : [...methods, method];

function MethodDialog({ onAdd, onClose }: { onAdd: (method: One) => void; onClose: () => void }) {
  const { t } = useTranslation('extracts');
  const form = useAppForm<z.input<typeof Method>, One>(Method, { name: '', version: '', date: today() });
  return (
    <FormDialog
      open
      form={form}
      title={t('method.add')}
      onClose={onClose}
      onSave={(method) => {
        onAdd(method);
        return Promise.resolve();
      }}
    >
      <TextField name="name" label={t('method.name')} span={12} autoFocus />
      <TextField name="version" label={t('method.version')} span={6} />
      <DateField name="date" label={t('method.date')} span={6} />
    </FormDialog>
  );
}

/** Methods by name, version and date; answers and scores have no place here. */
export function MethodsField() {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  const { field, fieldState } = useController<{ methods: One[] }, 'methods'>({ name: 'methods' });
  const [adding, setAdding] = useState(false);
  const error = sentenceOfField(fieldState.error?.message);
  return (
    <Box sx={{ gridColumn: 'span 12' }}>
      <Box component="ul">
        {field.value.map((method, index) => (
          <Box
            component="li"
            key={`${method.name}:${method.date}`}
            sx={{ display: 'flex', gap: 1.5, alignItems: 'center', borderTop: 1, borderColor: 'divider', py: 0.5 }}
          >
            <Typography sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {[method.name, method.version].filter((part) => part !== '').join(', ')}
              <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
                {format.date(method.date)}
              </Box>
            </Typography>
            <IconButton
              size="small"
              aria-label={t('method.remove', { name: method.name })}
              onClick={() => {
                field.onChange(field.value.filter((_, at) => at !== index));
              }}
            >
              <X size={16} strokeWidth={1.75} aria-hidden />
            </IconButton>
          </Box>
        ))}
      </Box>
      {error && (
        <Typography role="alert" variant="body2" sx={{ color: 'error.main', display: 'flex', gap: 0.75, mb: 0.5 }}>
          <CircleAlert size={15} strokeWidth={1.75} aria-hidden style={{ marginTop: 2, flex: 'none' }} />
          <span>{error}</span>
        </Typography>
      )}
      <Button
        ref={field.ref}
        size="small"
        sx={{ ml: -1, mt: 0.5 }}
        startIcon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
        onClick={() => {
          setAdding(true);
        }}
      >
        {t('method.add')}
      </Button>
      {adding && (
        <MethodDialog
          onAdd={(method) => {
            field.onChange(withMethod(field.value, method));
          }}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </Box>
  );
}
