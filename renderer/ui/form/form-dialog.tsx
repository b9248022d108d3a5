import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { FormProvider, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text';
import { ConflictPanel } from './conflict-panel';
import { FieldGrid } from './field-help';
import type { AppForm } from './use-app-form';
import { useSubmit, type FieldOfCode, type Save } from './use-submit';

interface FormDialogProps<I extends FieldValues, O extends FieldValues> {
  open: boolean;
  form: AppForm<I, O>;
  title: ReactNode;
  intro?: ReactNode;
  saveLabel?: string;
  onSave: Save<I, O>;
  onClose: () => void;
  dangerous?: boolean;
  wide?: boolean;
  fieldLabel?: (field: string) => string;
  /** The field that a refusal speaks of; a refusal without one stands at the dialog's foot. */
  fieldOfCode?: FieldOfCode<I>;
  children: ReactNode;
}

/** A short form over the page. Enter saves, Esc leaves; it closes itself after a save. */
export function FormDialog<I extends FieldValues, O extends FieldValues>({
  open,
  form,
  title,
  intro,
  saveLabel,
  onSave,
  onClose,
  dangerous = false,
  wide = false,
  fieldLabel,
  fieldOfCode,
  children,
}: FormDialogProps<I, O>) {
  const { t } = useTranslation('ui');
  const sentence = useErrorText();
  const id = useId();
  const { submit, busy, error, conflicts, resolve } = useSubmit(form, onSave, fieldOfCode);
  const save = async () => {
    if (await submit()) onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={() => {
        if (!busy) onClose();
      }}
      aria-labelledby={id}
      maxWidth={wide ? 'md' : 'sm'}
      fullWidth
    >
      <FormProvider {...form}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void save();
          }}
        >
          <DialogTitle id={id}>{title}</DialogTitle>
          <DialogContent>
            {intro && (
              <Typography component="div" sx={{ color: 'text.secondary', mb: 2 }}>
                {intro}
              </Typography>
            )}
            {conflicts.length > 0 && (
              <ConflictPanel
                conflicts={conflicts}
                labelOf={fieldLabel ?? ((field) => field)}
                onResolve={(choices) => {
                  resolve(choices);
                  void save();
                }}
              />
            )}
            <Box sx={{ mt: intro ? 0 : 1 }}>
              <FieldGrid>{children}</FieldGrid>
            </Box>
            {error !== null && (
              <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1.5 }}>
                {sentence(error)}
              </Typography>
            )}
          </DialogContent>
          <DialogActions>
            <Button variant="outlined" onClick={onClose}>
              {t(dangerous ? 'form.keep' : 'form.cancel')}
            </Button>
            <Button type="submit" variant="contained" color={dangerous ? 'error' : 'primary'} disabled={busy}>
              {busy ? t('form.saving') : (saveLabel ?? t('form.save'))}
            </Button>
          </DialogActions>
        </form>
      </FormProvider>
    </Dialog>
  );
}
