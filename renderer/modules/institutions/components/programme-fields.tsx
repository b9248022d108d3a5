import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../../shared/kernel/roles';
import { JURISDICTIONS, type Jurisdiction } from '../../../../shared/modules/institutions/institutions.model';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { CheckField, ChipsField, FieldGrid, FormSection, NumberField, RadioField, SelectField, TextField } from '../../../ui';
import { PreparationSteps } from './preparation-steps';

/** Usually the set in force on the day; a programme may hold on to a named one. */
function RulePackField() {
  const { t } = useTranslation('institutions');
  const format = useFormat();
  const jurisdiction = useWatch({ name: 'jurisdiction' }) as Jurisdiction;
  const chosen = useWatch({ name: 'rulePack' }) as string;
  const packs = useAsk('documents.rulePacks', { jurisdiction }).data ?? [];
  const options = packs.map((pack) => ({
    value: pack.version,
    label: t('programme.pack', { version: pack.version, date: format.short(pack.inForceFrom) }),
  }));
  const known = chosen === '' || options.some((option) => option.value === chosen);
  return (
    <SelectField
      name="rulePack"
      label={t('field.rulePack')}
      help={t('programme.rulePackHelp')}
      options={[{ value: '', label: t('programme.packInForce') }, ...options, ...(known ? [] : [{ value: chosen, label: chosen }])]}
      span={6}
    />
  );
}

export function ProgrammeFormFields({ fresh }: { fresh: boolean }) {
  const { t } = useTranslation('institutions');
  return (
    <>
      <FormSection id="names" title={t('section.programme')}>
        <FieldGrid>
          <TextField name="name" label={t('field.name')} span={12} autoFocus={fresh} />
          <RadioField
            name="jurisdiction"
            label={t('field.jurisdiction')}
            row
            options={JURISDICTIONS.map((value) => ({ value, label: t(`jurisdiction.${value}`) }))}
            span={6}
          />
          <ChipsField
            name="workingLanguages"
            label={t('field.workingLanguages')}
            help={t('programme.languagesHelp')}
            options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
            span={6}
          />
          <RulePackField />
        </FieldGrid>
      </FormSection>
      <FormSection id="ages" title={t('section.ages')}>
        <FieldGrid>
          <NumberField name="minAge" label={t('field.minAge')} />
          <NumberField name="maxAge" label={t('field.maxAge')} />
          <NumberField name="minMentorAge" label={t('field.minMentorAge')} help={t('programme.mentorHelp')} span={6} />
          <RadioField
            name="ageRule"
            label={t('field.ageRule')}
            options={(['warn', 'refuse'] as const).map((value) => ({ value, label: t(`ageRule.${value}`), note: t(`ageRuleNote.${value}`) }))}
          />
        </FieldGrid>
      </FormSection>
      <FormSection id="steps" title={t('section.steps')} note={t('programme.stepsNote')}>
        <PreparationSteps />
      </FormSection>
      <FormSection id="notes" title={t('section.notes')} note={t('programme.notesNote')}>
        <FieldGrid>
          <NumberField name="noteTermDays" label={t('field.noteTermDays')} help={t('programme.noteTermHelp')} span={6} />
        </FieldGrid>
      </FormSection>
      {!fresh && (
        <FormSection id="state" title={t('section.state')}>
          <CheckField name="closed" label={t('field.programmeClosed')} help={t('programme.closedHelp')} />
        </FormSection>
      )}
    </>
  );
}
