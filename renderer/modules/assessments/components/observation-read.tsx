import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Projective } from '../../../../shared/modules/assessments/assessments.model';
import { Facts, Section, Voice } from '../../../ui';
import { Drawings } from './drawings';
import { HypothesesRead } from './hypotheses';
import { PlaceGrid } from './place-grid';
import { WrittenWords } from './record-sheet';

const SEEN = ['orderOfObjects', 'whoIsPresent', 'whoIsAbsent', 'erasures', 'details', 'colours'] as const;

/** An observation to be read: what was seen, what was said, and apart from both what was supposed. */
export function ObservationRead({ record }: { record: Projective }) {
  const { t } = useTranslation('assessments');
  const { fields, header } = record;
  const facts = (['setting', 'material', 'instruction', 'startedAt', 'endedAt'] as const).filter((field) => fields[field].trim() !== '');
  return (
    <>
      <Section title={t('projective.part.drawing')}>
        <Drawings recordId={header.id} editable={false} />
      </Section>
      {facts.length > 0 && (
        <Section title={t('projective.part.conditions')}>
          <Facts items={facts.map((field) => ({ label: t(`projective.field.${field}`), value: fields[field] }))} />
        </Section>
      )}
      {(fields.comments.trim() !== '' || fields.afterDrawing.trim() !== '') && (
        <Section title={t('projective.part.said')}>
          {fields.comments.trim() !== '' && <Voice by={t('projective.field.comments')}>{fields.comments}</Voice>}
          <WrittenWords title={t('projective.field.afterDrawing')}>{fields.afterDrawing}</WrittenWords>
        </Section>
      )}
      <Section title={t('projective.part.seen')}>
        {SEEN.map((field) => (
          <WrittenWords key={field} title={t(`projective.field.${field}`)}>
            {fields[field]}
          </WrittenWords>
        ))}
        <Box sx={{ my: 1.5 }}>
          <PlaceGrid label={t('projective.field.place')} value={fields.place} />
        </Box>
        <Facts
          items={[
            { label: t('projective.field.size'), value: t(`projective.size.${fields.size === '' ? 'none' : fields.size}`) },
            { label: t('projective.field.pressure'), value: t(`projective.pressure.${fields.pressure === '' ? 'none' : fields.pressure}`) },
          ]}
        />
      </Section>
      {fields.behaviour.trim() !== '' && (
        <Section title={t('projective.part.conduct')}>
          <WrittenWords title={t('projective.field.behaviour')}>{fields.behaviour}</WrittenWords>
        </Section>
      )}
      {fields.hypotheses.length > 0 && (
        <Section title={t('projective.part.hypotheses')}>
          <HypothesesRead value={fields.hypotheses} />
          <WrittenWords title={t('projective.field.reviewedBy')}>{fields.reviewedBy}</WrittenWords>
        </Section>
      )}
    </>
  );
}
