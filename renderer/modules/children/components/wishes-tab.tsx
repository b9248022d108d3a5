import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RowId } from '../../../../shared/kernel/ids';
import { WishFields } from '../../../../shared/modules/children/children.model';
import { today, useFormat } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useCan } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import {
  CheckField,
  ChipsField,
  DateField,
  EmptyState,
  Facts,
  FormDialog,
  NumberField,
  RadioField,
  Section,
  SelectField,
  StatusChip,
  TextAreaField,
  useAppForm,
  Voice,
} from '../../../ui';
import type { Child } from '../child.page';

type Wish = Child['wishes'][number];

const Schema = WishFields.extend({ confirmed: z.boolean() });

function valuesOf(wish: Wish | null): z.input<typeof Schema> {
  if (!wish)
    return {
      words: '',
      language: 'ru',
      saidOn: today(),
      mentorSex: 'any',
      ageFrom: null,
      ageTo: null,
      interests: [],
      together: [],
      never: '',
      confirmed: false,
    };
  const { id: _id, writtenBy: _by, ...fields } = wish;
  return fields;
}

/** The sheet of wishes: first the child's own words, then what can be matched. Unfinished it is kept as it is. */
function WishDialog({ child, wish, onClose }: { child: Child; wish: Wish | null; onClose: () => void }) {
  const { t } = useTranslation('children');
  const [rowId] = useState(() => wish?.id ?? newId(RowId));
  const save = useAct('children.saveWishes');
  const form = useAppForm(Schema, valuesOf(wish));
  return (
    <FormDialog
      open
      wide
      form={form}
      title={t('wishes.sheet')}
      intro={t('wishes.intro')}
      onClose={onClose}
      onSave={({ confirmed, ...fields }) => save.mutateAsync({ id: child.id, rowId, fields, confirmed })}
    >
      <TextAreaField name="words" label={t('wishes.words')} placeholder={t('wishes.example')} rows={4} />
      <SelectField
        name="language"
        label={t('wishes.language')}
        options={['ru', 'kk', 'en'].map((value) => ({ value, label: t(`language.${value}`) }))}
        span={4}
      />
      <DateField name="saidOn" label={t('wishes.saidOn')} span={4} />
      <RadioField
        name="mentorSex"
        label={t('wishes.mentorSex')}
        row
        options={['any', 'female', 'male'].map((value) => ({ value, label: t(`mentorSex.${value}`) }))}
        span={12}
      />
      <NumberField name="ageFrom" label={t('wishes.ageFrom')} span={3} />
      <NumberField name="ageTo" label={t('wishes.ageTo')} span={3} />
      <ChipsField name="interests" label={t('wishes.interests')} help={t('form.chipsHelp')} span={12} />
      <ChipsField name="together" label={t('wishes.together')} span={12} />
      <TextAreaField name="never" label={t('wishes.never')} help={t('wishes.neverHelp')} rows={2} />
      <CheckField name="confirmed" label={t('wishes.confirm')} help={t('wishes.confirmHelp')} />
    </FormDialog>
  );
}

function Sheet({ wish, onContinue }: { wish: Wish; onContinue: () => void }) {
  const { t } = useTranslation('children');
  const format = useFormat();
  const may = useCan('child.prepare');
  const ages = wish.ageFrom === null && wish.ageTo === null ? '–' : `${String(wish.ageFrom ?? 18)}–${String(wish.ageTo ?? 99)}`;
  return (
    <Section
      title={format.date(wish.saidOn)}
      aside={
        wish.confirmed ? t('wishes.writtenBy', { name: wish.writtenBy, date: format.date(wish.saidOn) }) : <StatusChip word={t('wishes.draft')} />
      }
    >
      {wish.words !== '' && (
        <Box sx={{ mb: 2 }}>
          <Voice language={wish.language}>{`«${wish.words}»`}</Voice>
        </Box>
      )}
      <Facts
        items={[
          { label: t('wishes.mentorSex'), value: t(`mentorSex.${wish.mentorSex}`) },
          { label: t('wishes.ages'), value: ages },
          { label: t('wishes.interests'), value: wish.interests.join(', ') || '–' },
          { label: t('wishes.together'), value: wish.together.join(', ') || '–' },
          { label: t('wishes.never'), value: wish.never || '–' },
        ]}
      />
      {!wish.confirmed && may && (
        <Button variant="contained" sx={{ mt: 1.5 }} onClick={onContinue}>
          {t('wishes.continue')}
        </Button>
      )}
    </Section>
  );
}

export function WishesTab({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const may = useCan('child.prepare') && child.life.state !== 'left';
  const [open, setOpen] = useState<{ wish: Wish | null } | null>(null);
  const draft = child.wishes.find((wish) => !wish.confirmed);
  return (
    <Box sx={{ maxWidth: 860 }}>
      {child.wishes.length === 0 && (
        <EmptyState
          title={t('wishes.emptyTitle')}
          actions={
            may && (
              <Button
                variant="contained"
                onClick={() => {
                  setOpen({ wish: null });
                }}
              >
                {t('action.writeWishes')}
              </Button>
            )
          }
        >
          {t('wishes.emptyText')}
        </EmptyState>
      )}
      {child.wishes.length > 0 && !draft && may && (
        <Button
          variant="outlined"
          onClick={() => {
            setOpen({ wish: null });
          }}
          sx={{ mb: 2 }}
        >
          {t('wishes.again')}
        </Button>
      )}
      {child.wishes.map((wish) => (
        <Sheet
          key={wish.id}
          wish={wish}
          onContinue={() => {
            setOpen({ wish });
          }}
        />
      ))}
      {open && (
        <WishDialog
          child={child}
          wish={open.wish}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </Box>
  );
}
