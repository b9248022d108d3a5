import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../../shared/kernel/roles';
import type { InstrumentCard } from '../../../../shared/modules/assessments/assessments.model';
import { RESPONDENTS } from '../../../../shared/modules/assessments/instrument.model';
import { useFormat } from '../../../lib/format';
import { DateField, FieldGrid, SelectField, TextField } from '../../../ui';
import { wordIn } from '../assessment-words';
import { COLUMN_ROLES, type CsvFile } from '../csv-file';
import type { BatchForm } from '../batch-form';

/** Which column is what, and how the codes of the file are to be read. */
export function BatchColumns({ file }: { file: CsvFile }) {
  const { t } = useTranslation('assessments');
  const sex = useWatch<BatchForm, 'sexColumn'>({ name: 'sexColumn' });
  const columns = file.headers.map((header) => ({ value: header, label: header }));
  return (
    <FieldGrid>
      {COLUMN_ROLES.map((role) => (
        <SelectField
          key={role}
          name={`${role}Column`}
          label={t(`batch.column.${role}`)}
          span={4}
          options={[{ value: '', label: t(role === 'respondent' ? 'batch.choose' : 'batch.noColumn') }, ...columns]}
        />
      ))}
      <TextField name="missing" label={t('batch.missing')} span={4} help={t('batch.missingHelp')} />
      {sex !== '' && (
        <>
          <TextField name="male" label={t('batch.male')} span={4} help={t('batch.sexHelp')} />
          <TextField name="female" label={t('batch.female')} span={4} />
        </>
      )}
    </FieldGrid>
  );
}

/** What is the same for everybody in the file. */
export function BatchCommon({ cards }: { cards: readonly InstrumentCard[] }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  return (
    <FieldGrid>
      <SelectField
        name="hash"
        label={t('batch.instrument')}
        span={12}
        options={[
          { value: '', label: t('batch.choose') },
          ...cards.map((card) => ({
            value: card.hash,
            label: `${wordIn(card.title, language)}, ${card.version} (${t('batch.items', { count: card.items })})`,
          })),
        ]}
      />
      <SelectField
        name="language"
        label={t('batch.language')}
        span={4}
        options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <SelectField
        name="respondent"
        label={t('batch.respondent')}
        span={4}
        options={RESPONDENTS.map((value) => ({ value, label: t(`respondent.${value}`) }))}
      />
      <DateField name="testDate" label={t('batch.date')} span={4} help={t('batch.dateHelp')} />
    </FieldGrid>
  );
}
