import { useState, type ReactNode } from 'react';
import { FormProvider, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Subject } from '../../../../shared/modules/clinical/clinical.model';
import type { ExtractFields } from '../../../../shared/modules/extracts/extracts.model';
import { Tabs, useToast, type AppForm } from '../../../ui';
import { ExtractFieldset, type ExtractValues } from '../extract-form';
import { Desk } from './desk';
import { ExtractSheet } from './extract-sheet';
import { Phrases } from './phrases';
import { Sources } from './sources';

type Beside = 'records' | 'phrases' | 'preview';
const BESIDE: readonly Beside[] = ['records', 'phrases', 'preview'];

interface ExtractDeskProps {
  form: AppForm<ExtractValues, ExtractFields>;
  subject: Subject;
  subjectName: string;
  authorName: string;
  title: ReactNode;
  status?: ReactNode;
  meta: ReactNode;
  actions: ReactNode;
  /** The conclusion that it is written from. */
  from?: string | null;
  /** Above the fields: a conflict, what is being replaced. */
  notice?: ReactNode;
}

/** Puts a line at the end of the text; the toast takes it out again as long as nothing was typed after it. */
function useInsert(form: AppForm<ExtractValues, ExtractFields>) {
  const { t } = useTranslation('extracts');
  const toast = useToast();
  return (line: string) => {
    const before = form.getValues('text');
    const after = before.trim() === '' ? line : `${before.trimEnd()}\n${line}`;
    form.setValue('text', after, { shouldDirty: true, shouldTouch: true, shouldValidate: true });
    toast.show(t('source.inserted'), () => {
      if (form.getValues('text') === after) form.setValue('text', before, { shouldDirty: true });
    });
  };
}

function Preview({ name, author }: { name: string; author: string }) {
  const { t } = useTranslation('extracts');
  const fields = useWatch<ExtractFields>() as ExtractFields;
  return <ExtractSheet sheet={{ ...fields, number: '', subjectName: name || t('unnamed'), signedBy: author, signedOn: null }} />;
}

/** Left: what is read, and how colleagues will see it. Right: what is written. */
export function ExtractDesk({ form, subject, subjectName, authorName, from, ...head }: ExtractDeskProps) {
  const { t } = useTranslation('extracts');
  const [beside, setBeside] = useState<Beside>('records');
  const insert = useInsert(form);
  const [language, recommendation] = useWatch({ control: form.control, name: ['language', 'recommendation'] });
  return (
    <FormProvider {...form}>
      <Desk
        {...head}
        beside={
          <>
            <Tabs
              label={t('beside.label')}
              value={beside}
              items={BESIDE.map((value) => ({ value, label: t(`beside.${value}`) }))}
              onChange={(value) => {
                setBeside(value as Beside);
              }}
            />
            {beside === 'records' && (
              <Sources subject={subject} language={language} insertLabel={t('source.insert')} onInsert={insert} from={from ?? null} />
            )}
            {beside === 'phrases' && <Phrases kind={subject.kind} recommendation={recommendation} language={language} onInsert={insert} />}
            {beside === 'preview' && <Preview name={subjectName} author={authorName} />}
          </>
        }
      >
        <ExtractFieldset kind={subject.kind} onBegin={insert} />
      </Desk>
    </FormProvider>
  );
}
