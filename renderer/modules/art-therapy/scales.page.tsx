import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScaleSet } from '../../../shared/modules/art-therapy/observation.model';
import { wordsOf } from '../../../shared/modules/art-therapy/scale-words';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, Page, PageHeader, Section } from '../../ui';
import { ScalesDialog } from './components/scales-dialog';
import { groupPaths } from './group-paths';

function Scales({ set }: { set: ScaleSet }) {
  const { t } = useTranslation('art-therapy');
  const { language } = useFormat();
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' } }}>
      {set.scales.map((scale) => (
        <Box key={scale.code}>
          <Typography sx={{ fontWeight: 500 }}>
            {wordsOf(scale.title, language)}
            <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, ml: 1 }}>
              {t('course.version', { version: scale.version })}
            </Box>
          </Typography>
          <Box component="ol" sx={{ mt: 0.5 }}>
            {scale.levels.map((level, index) => (
              <Box component="li" key={index} sx={{ display: 'flex', gap: 1.25, borderTop: 1, borderColor: 'divider', py: 0.5 }}>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {index + 1}
                </Typography>
                <Typography variant="body2">{wordsOf(level, language)}</Typography>
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function View({ sets }: { sets: readonly ScaleSet[] }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const may = useCan('group.write');
  const [open, setOpen] = useState(false);
  const [latest, ...former] = sets;
  if (!latest) return null;
  const edit = may && (
    <Button
      variant="contained"
      onClick={() => {
        setOpen(true);
      }}
    >
      {t('scales.edit')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('scales.title')} meta={t('scales.intro')} actions={edit} />
      <Scales set={latest} />
      {former.length > 0 && (
        <Section title={t('scales.former')}>
          {sets
            .filter((set) => set.madeAt !== null)
            .map((set) => (
              <Typography key={set.version} variant="body2" sx={{ color: 'text.secondary' }}>
                {t('scales.line', { version: set.version, note: set.note, name: set.authorName, date: format.date(set.madeAt ?? '') })}
              </Typography>
            ))}
        </Section>
      )}
      {open && (
        <ScalesDialog
          set={latest}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

/** The words by which observations are judged. Changed words are a new version: no line joins the two. */
export function ScalesPage() {
  const { t } = useTranslation('art-therapy');
  const sets = useAsk('art-therapy.scales', {});
  usePsychologyCrumbs(useMemo(() => [{ label: t('tab'), to: groupPaths.room() }, { label: t('scales.title') }], [t]));
  return (
    <Page>
      <Answer of={sets}>{(value) => <View sets={value} />}</Answer>
    </Page>
  );
}
