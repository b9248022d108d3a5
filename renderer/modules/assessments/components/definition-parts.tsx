import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../../../shared/kernel/roles';
import { inFormOrder } from '../../../../shared/modules/assessments/answers';
import type { Instrument, Item, Scale } from '../../../../shared/modules/assessments/instrument.model';
import { formLanguages } from '../../../../shared/modules/assessments/languages.rules';
import { optionsOf } from '../../../../shared/modules/assessments/options';
import { useFormat } from '../../../lib/format';
import { Section } from '../../../ui';
import { figure, wordIn } from '../assessment-words';
import { SheetTable } from './sheet-table';

function useItemMarks(instrument: Instrument): (item: Item) => string {
  const { t } = useTranslation('assessments');
  const reversed = new Set(instrument.scales.flatMap((scale) => scale.items.filter((item) => item.sign === -1).map((item) => item.id)));
  return (item) =>
    [
      item.required ? t('instrument.required') : '',
      reversed.has(item.id) ? t('instrument.reversed') : '',
      item.skipIf ? t('instrument.skip') : '',
      item.alert ? t('instrument.alert') : '',
      item.unscored ? t('instrument.unscored') : '',
    ]
      .filter(Boolean)
      .join(', ');
}

/** The questions as they will be read, in a language of the form. */
export function ItemsPart({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation('assessments');
  const { language: own } = useFormat();
  const forms = formLanguages(instrument);
  const [picked, setPicked] = useState<Language | null>(null);
  const language = picked ?? (forms.includes(own) ? own : (forms[0] ?? own));
  const marks = useItemMarks(instrument);
  const stem = wordIn(instrument.stem, language);
  if (instrument.items.length === 0) return null;
  return (
    <Section
      title={t('instrument.items')}
      count={instrument.items.length}
      aside={
        forms.length > 1 && (
          <ToggleButtonGroup
            exclusive
            size="small"
            aria-label={t('instrument.showIn')}
            value={language}
            onChange={(_, value: Language | null) => {
              if (value) setPicked(value);
            }}
          >
            {LANGUAGES.filter((one) => forms.includes(one)).map((one) => (
              <ToggleButton key={one} value={one}>
                {t(`language.${one}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )
      }
    >
      {stem !== '' && (
        <Typography lang={language} sx={{ color: 'text.secondary', mb: 0.5, maxWidth: 760 }}>
          {stem}
        </Typography>
      )}
      <SheetTable
        label={t('instrument.items')}
        heads={[{ word: '№', right: true }, { word: t('instrument.items') }, { word: t('result.answers') }, { word: t('instrument.marks') }]}
      >
        {inFormOrder(instrument).map((item, index, all) => (
          <tr key={item.id}>
            <td className="right quiet">{item.n}</td>
            <td lang={language}>{item.text?.[language] ?? <span className="quiet">{t('instrument.noText')}</span>}</td>
            <td className="quiet" lang={language}>
              {all[index - 1]?.options !== item.options &&
                optionsOf(instrument, item).map((option) => (
                  <span key={option.value} style={{ whiteSpace: 'nowrap', display: 'block' }}>
                    {`${String(option.value)} – ${wordIn(option.label, language)}`}
                  </span>
                ))}
            </td>
            <td className="quiet">{marks(item)}</td>
          </tr>
        ))}
      </SheetTable>
    </Section>
  );
}

function ScaleFigures({ instrument, scale }: { instrument: Instrument; scale: Scale }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const sets = instrument.bands.filter((set) => set.scale === scale.id);
  const norms = instrument.norms.filter((norm) => norm.cells.some((cell) => cell.scale === scale.id));
  const figures = (scale.reliability ?? []).map((one) =>
    [
      one.alpha === undefined ? '' : `α ${figure(one.alpha, language)}`,
      one.retest === undefined ? '' : `r ${figure(one.retest, language)}`,
      one.sd === undefined ? '' : `SD ${figure(one.sd, language)}`,
      one.n === undefined ? '' : `n = ${String(one.n)}`,
      one.sample,
    ]
      .filter(Boolean)
      .join(', '),
  );
  const lines = [
    sets.length === 0 ? t('instrument.noBands') : '',
    ...sets.map((set) =>
      [
        set.title ? wordIn(set.title, language) : t('instrument.bands'),
        `: ${set.cuts.map((cut) => `${figure(cut.from, language)}+ ${wordIn(cut.label, language)}`).join(', ')}. ${set.source}`,
      ].join(''),
    ),
    norms.length === 0
      ? t('instrument.noNorms')
      : `${t('instrument.norms')}: ${norms.map((norm) => `${norm.sample} (${String(norm.year)})`).join('; ')}`,
    ...figures.map((one) => `${t('instrument.reliability')}: ${one}`),
  ].filter(Boolean);
  return (
    <Box component="ul" sx={{ color: 'text.secondary', fontSize: 14 }}>
      {lines.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </Box>
  );
}

/** How answers become scores, and whose figures read them. */
export function ScalesPart({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  if (instrument.scales.length === 0) return null;
  return (
    <Section title={t('instrument.scales')} count={instrument.scales.length}>
      <Box component="ul">
        {instrument.scales.map((scale) => (
          <Box component="li" key={scale.id} sx={{ py: 1.25, borderTop: 1, borderColor: 'divider', maxWidth: 900 }}>
            <Typography sx={{ fontWeight: 500 }}>{wordIn(scale.title, language)}</Typography>
            {scale.items.length > 0 && (
              <Typography variant="body2">
                {t('instrument.scaleLine', {
                  agg: t(`instrument.${scale.agg}`),
                  items: scale.items.length,
                  min: figure(scale.range[0], language),
                  max: figure(scale.range[1], language),
                  needed: scale.missing.minAnswered,
                })}
              </Typography>
            )}
            <ScaleFigures instrument={instrument} scale={scale} />
          </Box>
        ))}
      </Box>
    </Section>
  );
}
