import Autocomplete from '@mui/material/Autocomplete';
import MuiTextField from '@mui/material/TextField';
import { useDeferredValue, useEffect, useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { displayName } from '../../../../shared/kernel/names';
import { Subject } from '../../../../shared/modules/clinical/clinical.model';
import { fieldSentence } from '../../../lib/error-text';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';

/** Somebody who can be measured, as a form holds them. */
export interface Whose {
  subject: Subject;
  name: string;
  note: string;
}

export const WhoseSchema = z.custom<Whose>((value) => Subject.safeParse((value as Whose | null)?.subject).success, { error: 'TEXT.REQUIRED' });

function useFound(text: string): Whose[] {
  const { language, date } = useFormat();
  const enabled = text.trim() !== '';
  const children = useAsk('children.quickSearch', { text }, { enabled, keep: true }).data ?? [];
  const mentors = useAsk('candidates.quickSearch', { text }, { enabled, keep: true }).data ?? [];
  const respondents = useAsk('assessments.respondents', { search: text.slice(0, 100) }, { enabled, keep: true }).data ?? [];
  if (!enabled) return [];
  return [
    ...children.map((row): Whose => ({ subject: { kind: 'child', id: row.id }, name: row.shortName, note: row.code })),
    ...mentors.map((row): Whose => ({ subject: { kind: 'mentor', id: row.id }, name: displayName(row.name, language), note: date(row.birthDate) })),
    ...respondents.slice(0, 20).map((row): Whose => ({ subject: { kind: 'respondent', id: row.id }, name: row.code, note: row.note })),
  ];
}

/** The person of the address (`?kind=child&id=…`), when the form was opened from a person's page. */
function useAddressed(): Whose | null {
  const [query] = useSearchParams();
  const asked = Subject.safeParse({ kind: query.get('kind'), id: query.get('id') });
  const subject = asked.success ? asked.data : null;
  const known = useAsk('clinical.subject', { subject: subject as Subject }, { enabled: subject !== null }).data;
  return subject && known ? { subject, name: known.name, note: known.code } : null;
}

/** A child, a candidate or a respondent under a code, found as one types. */
export function WhoseField({ name, label }: { name: string; label?: string }) {
  const { t } = useTranslation('assessments');
  const { field, fieldState } = useController({ name });
  const { setValue } = useFormContext();
  const [text, setText] = useState('');
  const found = useFound(useDeferredValue(text.slice(0, 200)));
  const addressed = useAddressed();
  const value = field.value as Whose | null;
  const fromAddress = addressed?.subject.id;
  useEffect(() => {
    if (fromAddress !== undefined && value === null) setValue(name, addressed);
  }, [fromAddress]); // eslint-disable-line react-hooks/exhaustive-deps -- the person of the address is offered once, when they become known
  return (
    <Autocomplete<Whose>
      options={found}
      filterOptions={(rows) => rows}
      value={value}
      getOptionLabel={(person) => [person.name, person.note].filter((part) => part !== '').join(', ')}
      getOptionKey={(person) => person.subject.id}
      isOptionEqualToValue={(a, b) => a.subject.id === b.subject.id}
      onInputChange={(_, next, reason) => {
        if (reason === 'input') setText(next);
      }}
      onChange={(_, person) => {
        field.onChange(person);
      }}
      onBlur={field.onBlur}
      noOptionsText={t(text.trim() === '' ? 'projective.who.type' : 'projective.who.nobody')}
      sx={{ gridColumn: 'span 12' }}
      renderInput={(params) => (
        <MuiTextField
          {...params}
          inputRef={field.ref}
          label={label ?? t('projective.who.label')}
          error={fieldState.error !== undefined}
          {...(fieldState.error ? { helperText: fieldSentence(fieldState.error.message) } : {})}
        />
      )}
    />
  );
}
