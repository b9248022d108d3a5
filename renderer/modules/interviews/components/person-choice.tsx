import Autocomplete from '@mui/material/Autocomplete';
import MuiTextField from '@mui/material/TextField';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '../../../../shared/kernel/names';
import type { Audience } from '../../../../shared/modules/interviews/guide.model';
import type { InterviewSubject } from '../../../../shared/modules/interviews/interview.model';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';

export interface Person {
  subject: InterviewSubject;
  name: string;
  note: string;
}

/** One child, or one candidate, found as one types. */
export function PersonChoice({ audience, value, onPick }: { audience: Audience; value: Person | null; onPick: (person: Person | null) => void }) {
  const { t } = useTranslation('interviews');
  const { language, date } = useFormat();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.slice(0, 200));
  const asked = search.trim() !== '';
  const children = useAsk('children.quickSearch', { text: search }, { enabled: asked && audience === 'child', keep: true }).data ?? [];
  const mentors = useAsk('candidates.quickSearch', { text: search }, { enabled: asked && audience === 'candidate', keep: true }).data ?? [];
  const people: Person[] =
    audience === 'child'
      ? children.map((row) => ({ subject: { kind: 'child', id: row.id }, name: row.shortName, note: row.code }))
      : mentors.map((row) => ({ subject: { kind: 'mentor', id: row.id }, name: displayName(row.name, language), note: date(row.birthDate) }));
  return (
    <Autocomplete<Person>
      options={asked ? people : []}
      filterOptions={(rows) => rows}
      value={value}
      getOptionLabel={(person) => `${person.name}, ${person.note}`}
      getOptionKey={(person) => person.subject.id}
      isOptionEqualToValue={(a, b) => a.subject.id === b.subject.id}
      onInputChange={(_, next) => {
        setText(next);
      }}
      onChange={(_, person) => {
        onPick(person);
      }}
      noOptionsText={t(asked ? 'begin.nobody' : 'begin.type')}
      renderInput={(params) => <MuiTextField {...params} label={t(`begin.person.${audience}`)} />}
    />
  );
}
