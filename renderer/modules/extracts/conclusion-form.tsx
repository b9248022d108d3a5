import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { RECOMMENDATIONS, type Conclusion, type ConclusionFields } from '../../../shared/modules/extracts/extracts.model';
import { DateField, FieldGrid, FormSection, SelectField, TextAreaField, TextField } from '../../ui';
import { MethodsField } from './components/methods-field';
import { SECTIONS } from './conclusion-sections';

export type ConclusionValues = z.input<typeof ConclusionFields>;
export type ConclusionKind = Conclusion['kind'];

export const newConclusion = (): ConclusionFields => ({
  qualification: '',
  request: '',
  consentNumber: '',
  methods: [],
  motivation: '',
  resources: '',
  risks: '',
  viewOfParents: '',
  expectations: '',
  supervision: '',
  meetingsObserved: '',
  contact: '',
  boundaries: '',
  safety: '',
  childAttitude: '',
  compatibility: '',
  recommendation: null,
  conditions: '',
  grounds: '',
  validUntil: null,
});

/** Small sections get a small field. */
const SHORT = new Set<string>(['supervision', 'meetingsObserved']);

/** The sections of documents.md 3.2 g, in the order of the paper. */
export function ConclusionFieldset({ kind }: { kind: ConclusionKind }) {
  const { t } = useTranslation('extracts');
  const recommendation = useWatch<ConclusionFields, 'recommendation'>({ name: 'recommendation' });
  return (
    <>
      <FormSection id="head" title={t('part.head')}>
        <FieldGrid>
          <TextField name="qualification" label={t('field.qualification')} span={12} maxLength={300} />
          <TextField name="request" label={t('field.request')} help={t('requestHelp')} span={8} maxLength={300} />
          <TextField name="consentNumber" label={t('field.consentNumber')} span={4} maxLength={100} />
        </FieldGrid>
      </FormSection>
      <FormSection id="methods" title={t('field.methods')} note={t('method.note')}>
        <FieldGrid>
          <MethodsField />
        </FieldGrid>
      </FormSection>
      <FormSection id="content" title={t(`part.${kind}`)}>
        <FieldGrid>
          {SECTIONS[kind].map((name) => (
            <TextAreaField key={name} name={name} label={t(`field.${name}`)} help={t(`help.${name}`)} rows={SHORT.has(name) ? 2 : 3} />
          ))}
        </FieldGrid>
      </FormSection>
      <FormSection id="outcome" title={t('part.outcome')}>
        <FieldGrid>
          <SelectField
            name="recommendation"
            label={t('field.recommendation')}
            options={RECOMMENDATIONS.map((value) => ({ value, label: t(`recommendation.${value}`) }))}
            empty={t('recommendation.choose')}
            span={7}
          />
          <DateField name="validUntil" label={t(kind === 'pair' ? 'field.review' : 'field.validUntil')} span={5} />
          <TextAreaField name="grounds" label={t('field.grounds')} rows={3} />
          {recommendation !== 'recommended' && <TextAreaField name="conditions" label={t('field.conditions')} rows={3} />}
        </FieldGrid>
      </FormSection>
    </>
  );
}
