import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { EyeOff } from 'lucide-react';
import { useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { markFor } from '../../../../shared/modules/art-therapy/mark.rules';
import { ObservationFields, type GroupSessionRecord, type Observation, type Scale } from '../../../../shared/modules/art-therapy/observation.model';
import { wordsOf } from '../../../../shared/modules/art-therapy/scale-words';
import { useFormat } from '../../../lib/format';
import { useAct } from '../../../lib/query';
import { useDraft } from '../../../lib/use-draft';
import { changesOf, ChipsField, FormDialog, SelectField, TextAreaField, useAppForm } from '../../../ui';
import { SealButton } from './seal-button';

const Schema = ObservationFields.pick({ themes: true, words: true, text: true }).extend({ levels: z.record(z.string(), z.string().nullable()) });
type Values = z.infer<typeof Schema>;

const toForm = ({ levels, themes, words, text }: ObservationFields, scales: readonly Scale[]): Values => ({
  themes,
  words,
  text,
  levels: Object.fromEntries(scales.map(({ code }) => [code, levels[code] === undefined ? null : String(levels[code])])),
});

const toFields = (values: Values) => ({
  ...values,
  levels: Object.fromEntries(Object.entries(values.levels).flatMap(([code, level]) => (level === null ? [] : [[code, Number(level)]]))) as Record<
    string,
    number
  >,
});

/** Puts the mark where the caret stands in the note. */
function MarkButton() {
  const { t } = useTranslation('art-therapy');
  const { language } = useFormat();
  const form = useFormContext<Values>();
  const box = useRef<HTMLDivElement>(null);
  const insert = () => {
    const area = box.current?.closest('[role=dialog]')?.querySelector<HTMLTextAreaElement>('textarea[name=text]');
    const text = form.getValues('text');
    const [start, end] = [area?.selectionStart ?? text.length, area?.selectionEnd ?? text.length];
    form.setValue('text', `${text.slice(0, start)}${markFor(text, start, end, language)}${text.slice(end)}`, { shouldDirty: true });
    area?.focus();
  };
  return (
    <Box ref={box} sx={{ gridColumn: 'span 12', display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: -1 }}>
      <SealButton icon={<EyeOff size={15} strokeWidth={1.75} aria-hidden />} onClick={insert}>
        {t('mention.insert')}
      </SealButton>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('mention.hint')}
      </Typography>
    </Box>
  );
}

/** One child at one session: levels with their words, themes of images, the child's own words, a note. */
export function ObservationDialog({ record, observation, onClose }: { record: GroupSessionRecord; observation: Observation; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const { language } = useFormat();
  const save = useAct('art-therapy.saveObservation');
  const { id } = record.header;
  const { scales } = record.scales;
  // The dialog keeps what it was opened with: another window's words are compared on saving, not slipped in.
  const [opened] = useState(observation.fields);
  const form = useAppForm(Schema, toForm(opened, scales));
  const draft = useDraft(`clinical/group-observation/${id}/${observation.childId}`, form);
  return (
    <FormDialog
      open
      wide
      form={form}
      title={<span data-private>{observation.name}</span>}
      intro={t('sheet.intro')}
      fieldLabel={(field) => t(`sheet.${field}`)}
      onClose={onClose}
      onSave={async (values, base) => {
        const changes = changesOf(toFields(base), toFields(values));
        if (Object.keys(changes).length > 0) await save.mutateAsync({ id, childId: observation.childId, changes });
        await draft.forget();
      }}
    >
      <TextAreaField name="text" label={t('sheet.text')} rows={4} />
      <MarkButton />
      <TextAreaField name="words" label={t('sheet.words')} rows={2} />
      <ChipsField name="themes" label={t('sheet.themes')} span={12} />
      {scales.map((scale) => (
        <SelectField
          key={scale.code}
          name={`levels.${scale.code}`}
          label={wordsOf(scale.title, language)}
          span={4}
          empty={t('sheet.notJudged')}
          options={scale.levels.map((level, index) => ({ value: String(index + 1), label: `${String(index + 1)} · ${wordsOf(level, language)}` }))}
        />
      ))}
    </FormDialog>
  );
}
