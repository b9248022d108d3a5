import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import type { ProjectiveFields } from '../../../../shared/modules/assessments/assessments.model';
import { useFormat } from '../../../lib/format';
import { FieldGrid, Section } from '../../../ui';
import { talkPrompts } from '../projective.forms';
import { Drawings } from './drawings';
import { HypothesesForm } from './hypotheses';
import { PlaceGrid } from './place-grid';
import { SealChoice, SealWords } from './seal-fields';
import type { ProjectiveDesk } from './use-projective';

type WordField = { [K in keyof ProjectiveFields]: ProjectiveFields[K] extends string ? K : never }[keyof ProjectiveFields];

interface WordsProps {
  desk: ProjectiveDesk;
  field: Exclude<WordField, 'method' | 'size' | 'pressure'>;
  limit: number;
  rows?: number;
  span?: number;
  voice?: boolean;
}

function Words({ desk, field, ...rest }: WordsProps) {
  const { t } = useTranslation('assessments');
  return (
    <SealWords
      {...rest}
      label={t(`projective.field.${field}`)}
      value={desk.fields[field]}
      onChange={(value) => {
        desk.set(field, value);
      }}
    />
  );
}

const SIZES = ['', 'small', 'middle', 'large'] as const;
const PRESSURES = ['', 'weak', 'even', 'strong', 'uneven'] as const;

function Look({ desk }: { desk: ProjectiveDesk }) {
  const { t } = useTranslation('assessments');
  const { fields } = desk;
  const family = fields.method === 'family-drawing' || fields.method === 'kinetic-family';
  return (
    <FieldGrid>
      <Words desk={desk} field="orderOfObjects" limit={2_000} rows={2} />
      {(family || fields.whoIsPresent !== '' || fields.whoIsAbsent !== '') && (
        <>
          <Words desk={desk} field="whoIsPresent" limit={1_000} rows={2} span={6} />
          <Words desk={desk} field="whoIsAbsent" limit={1_000} rows={2} span={6} />
        </>
      )}
      <Box sx={{ gridColumn: 'span 12' }}>
        <PlaceGrid
          label={t('projective.field.place')}
          value={fields.place}
          onChange={(place) => {
            desk.set('place', place);
          }}
        />
      </Box>
      <SealChoice
        label={t('projective.field.size')}
        value={fields.size}
        options={SIZES.map((value) => ({ value, label: t(`projective.size.${value === '' ? 'none' : value}`) }))}
        onChange={(value) => {
          desk.set('size', value as ProjectiveFields['size']);
        }}
      />
      <SealChoice
        label={t('projective.field.pressure')}
        value={fields.pressure}
        options={PRESSURES.map((value) => ({ value, label: t(`projective.pressure.${value === '' ? 'none' : value}`) }))}
        onChange={(value) => {
          desk.set('pressure', value as ProjectiveFields['pressure']);
        }}
      />
      <Words desk={desk} field="erasures" limit={1_000} rows={2} />
      <Words desk={desk} field="details" limit={2_000} rows={2} />
      <Words desk={desk} field="colours" limit={1_000} rows={2} />
    </FieldGrid>
  );
}

/** The fixed fields of an observation, grouped by what kind of knowledge they hold: seen, said, supposed. */
export function ObservationForm({ id, desk }: { id: RowId; desk: ProjectiveDesk }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const prompts = talkPrompts(desk.fields.method, language);
  return (
    <>
      <Section title={t('projective.part.drawing')}>
        <Drawings recordId={id} editable />
      </Section>
      <Section title={t('projective.part.conditions')}>
        <FieldGrid>
          {desk.fields.method === 'other' && <Words desk={desk} field="methodName" limit={200} />}
          <Words desk={desk} field="setting" limit={1_000} rows={1} span={6} />
          <Words desk={desk} field="material" limit={1_000} rows={1} span={6} />
          <Words desk={desk} field="instruction" limit={2_000} rows={2} />
          <Words desk={desk} field="startedAt" limit={5} span={3} />
          <Words desk={desk} field="endedAt" limit={5} span={3} />
        </FieldGrid>
      </Section>
      <Section title={t('projective.part.said')}>
        <FieldGrid>
          <Words desk={desk} field="comments" limit={5_000} rows={3} voice />
          {prompts.length > 0 && (
            <Typography variant="body2" sx={{ gridColumn: 'span 12', color: 'text.secondary' }}>
              {t('projective.prompts', { prompts: prompts.join(' · ') })}
            </Typography>
          )}
          <Words desk={desk} field="afterDrawing" limit={5_000} rows={3} />
        </FieldGrid>
      </Section>
      <Section title={t('projective.part.seen')}>
        <Look desk={desk} />
      </Section>
      <Section title={t('projective.part.conduct')}>
        <FieldGrid>
          <Words desk={desk} field="behaviour" limit={5_000} rows={3} />
        </FieldGrid>
      </Section>
      <Section title={t('projective.part.hypotheses')}>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5, maxWidth: 760 }}>
          {t('projective.hypothesis.note')}
        </Typography>
        <HypothesesForm
          value={desk.fields.hypotheses}
          onChange={(value) => {
            desk.set('hypotheses', value);
          }}
        />
        <Box sx={{ mt: 2 }}>
          <FieldGrid>
            <Words desk={desk} field="reviewedBy" limit={200} span={6} />
          </FieldGrid>
        </Box>
      </Section>
    </>
  );
}
