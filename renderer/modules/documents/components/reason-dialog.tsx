import { z } from 'zod';
import type { ReactNode } from 'react';
import { requiredLine } from '../../../../shared/kernel/text';
import { FormDialog, TextField, useAppForm } from '../../../ui';

const Schema = z.object({ reason: requiredLine(300) });

interface ReasonDialogProps {
  title: string;
  intro: ReactNode;
  label: string;
  placeholder?: string;
  saveLabel: string;
  dangerous?: boolean;
  start?: string;
  onSave: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** One question that asks why; the reason goes into the journal with the act. */
export function ReasonDialog({ title, intro, label, placeholder, saveLabel, dangerous = false, start = '', onSave, onClose }: ReasonDialogProps) {
  const form = useAppForm(Schema, { reason: start });
  return (
    <FormDialog
      open
      form={form}
      title={title}
      intro={intro}
      saveLabel={saveLabel}
      dangerous={dangerous}
      onClose={onClose}
      onSave={({ reason }) => onSave(reason)}
    >
      <TextField name="reason" label={label} span={12} autoFocus {...(placeholder ? { placeholder } : {})} />
    </FormDialog>
  );
}
