import Box from '@mui/material/Box';
import { useState, type ReactNode } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Subject } from '../../../../shared/modules/clinical/clinical.model';
import type { ConclusionFields } from '../../../../shared/modules/extracts/extracts.model';
import { currentLanguage } from '../../../lib/i18n';
import { useToast, type AppForm } from '../../../ui';
import { ConclusionFieldset, type ConclusionKind, type ConclusionValues } from '../conclusion-form';
import { textsOf, type ConclusionText } from '../conclusion-sections';
import type { Method } from '../method-of';
import { Desk } from './desk';
import { withMethod } from './methods-field';
import { Sources } from './sources';

type Form = AppForm<ConclusionValues, ConclusionFields>;

interface ConclusionDeskProps {
  form: Form;
  kind: ConclusionKind;
  subject: Subject;
  title: ReactNode;
  status?: ReactNode;
  meta: ReactNode;
  actions: ReactNode;
  notice?: ReactNode;
}

/** Lines go into the section that was written in last; methods go into their list. */
function useTaking(form: Form, kind: ConclusionKind) {
  const { t } = useTranslation('extracts');
  const toast = useToast();
  const names = textsOf(kind);
  const [target, setTarget] = useState<ConclusionText>(names[0]);
  const onFocus = (name: string | null) => {
    const field = names.find((one) => one === name);
    if (field) setTarget(field);
  };
  const insert = (line: string) => {
    const before = form.getValues(target);
    const after = before.trim() === '' ? line : `${before.trimEnd()}\n${line}`;
    form.setValue(target, after, { shouldDirty: true, shouldValidate: true });
    toast.show(t('source.insertedInto', { field: t(`field.${target}`) }), () => {
      if (form.getValues(target) === after) form.setValue(target, before, { shouldDirty: true });
    });
  };
  const take = (method: Method) => {
    form.setValue('methods', withMethod(form.getValues('methods') as Method[], method), { shouldDirty: true, shouldValidate: true });
    toast.show(t('method.taken', { name: method.name }));
  };
  return { target, onFocus, insert, take };
}

export function ConclusionDesk({ form, kind, subject, ...head }: ConclusionDeskProps) {
  const { t } = useTranslation('extracts');
  const { target, onFocus, insert, take } = useTaking(form, kind);
  return (
    <FormProvider {...form}>
      <Desk
        {...head}
        beside={
          <Sources
            subject={subject}
            language={currentLanguage()}
            insertLabel={t('source.insertInto', { field: t(`field.${target}`) })}
            onInsert={insert}
            onMethod={take}
          />
        }
      >
        <Box
          onFocusCapture={(event) => {
            onFocus(event.target.getAttribute('name'));
          }}
        >
          <ConclusionFieldset kind={kind} />
        </Box>
      </Desk>
    </FormProvider>
  );
}
