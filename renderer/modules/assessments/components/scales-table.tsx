import MuiLink from '@mui/material/Link';
import { Ban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ScaleResult, ScoreResult } from '../../../../shared/modules/assessments/result.model';
import { useFormat } from '../../../lib/format';
import { Section, StatusChip } from '../../../ui';
import { figure, wordIn } from '../assessment-words';
import type { Measured } from '../result-of';
import { useChangeSinceFirst } from './course-part';
import { SheetTable } from './sheet-table';

interface ScalesTableProps {
  record: Measured;
  result: ScoreResult;
  course: Measured[];
  shown: string;
  onShow: (scale: string) => void;
}

function BandCell({ scale }: { scale: ScaleResult }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const { band } = scale;
  if (band.kind === 'applied') return <>{wordIn(band.label, language)}</>;
  if (band.reason === 'no-bands') return <span className="quiet">{t('result.noBandShort')}</span>;
  return <StatusChip tone="mute" icon={Ban} word={t('result.noNormShort')} />;
}

function useSource(): (scale: ScaleResult) => string {
  const { t } = useTranslation('assessments');
  return ({ band }) => (band.kind === 'applied' ? band.source : t(`result.noBandWhy.${band.reason}`));
}

/** Every scale of one measurement; a name puts its scale on the score and the chart above. */
export function ScalesTable({ record, result, course, shown, onShow }: ScalesTableProps) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const change = useChangeSinceFirst(record, course);
  const source = useSource();
  const first = course[0]?.header.onDate ?? record.header.onDate;
  return (
    <Section title={t('result.scales')}>
      <SheetTable
        label={t('result.scales')}
        heads={[
          { word: t('result.scale') },
          { word: t('result.score'), right: true },
          { word: t('result.band') },
          { word: t('result.bandFrom') },
          { word: t('result.change', { date: format.short(first) }) },
        ]}
      >
        {result.scales.map((scale) => (
          <tr key={scale.id}>
            <th scope="row">
              {scale.id === shown ? (
                <span style={{ fontWeight: 600 }}>{wordIn(scale.title, format.language)}</span>
              ) : (
                <MuiLink
                  component="button"
                  sx={{ font: 'inherit', textAlign: 'left' }}
                  onClick={() => {
                    onShow(scale.id);
                  }}
                >
                  {wordIn(scale.title, format.language)}
                </MuiLink>
              )}
            </th>
            <td className="right" data-private>
              {scale.display === null
                ? '–'
                : [
                    figure(scale.display, format.language),
                    scale.range ? t('result.outOf', { max: figure(scale.range[1], format.language) }) : '',
                  ].join(' ')}
            </td>
            <td data-private>
              <BandCell scale={scale} />
            </td>
            <td className="quiet">{source(scale)}</td>
            <td>{change(scale.id)}</td>
          </tr>
        ))}
      </SheetTable>
    </Section>
  );
}
