import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { LANGUAGES } from '../../../shared/kernel/roles';
import { DefinitionHash } from '../../../shared/modules/assessments/assessments.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { useCan } from '../../lib/profile';
import { useAct, useAsk } from '../../lib/query';
import { Answer, Banner, Facts, Page, PageHeader, Section, StatusChip, useToast } from '../../ui';
import { assessmentPaths } from './assessment-paths';
import { wordIn } from './assessment-words';
import { ItemsPart, ScalesPart } from './components/definition-parts';
import { useAges } from './use-ages';

type Whole = Output<'assessments.instrument'>;

function FactsPart({ whole: { card, instrument } }: { whole: Whole }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const ages = useAges();
  const { rights } = instrument;
  return (
    <Section title={t('instrument.facts')}>
      <Facts
        items={[
          { label: t('instrument.audience'), value: [t(`respondent.${card.respondent}`), ages(card)].filter(Boolean).join(', ') },
          {
            label: t('instrument.rights'),
            value: [t(`rights.${rights.status}`), wordIn(rights.notice, format.language)].filter(Boolean).join('. '),
          },
          { label: t('instrument.source'), value: rights.source },
          ...LANGUAGES.filter((one) => instrument.texts[one].status !== 'absent').map((one) => ({
            label: `${t('instrument.texts')}: ${t(`language.${one}`)}`,
            value: [t(`text.${instrument.texts[one].status}`), instrument.texts[one].source ?? ''].filter(Boolean).join('. '),
          })),
          ...(instrument.citation ? [{ label: t('instrument.citation'), value: instrument.citation }] : []),
          ...(card.importedBy && card.importedAt
            ? [{ label: t('instrument.imported'), value: `${card.importedBy}, ${format.dateTime(card.importedAt)}` }]
            : []),
          {
            label: t('instrument.hash'),
            value: (
              <Box component="span" sx={{ overflowWrap: 'anywhere', fontSize: 13.5, fontVariantNumeric: 'tabular-nums' }}>
                {card.hash}
              </Box>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Actions({ card }: { card: Whole['card'] }) {
  const { t } = useTranslation('assessments');
  const toast = useToast();
  const retire = useAct('assessments.retireInstrument');
  const given = (card.kind === 'builtin' || card.kind === 'shell') && card.items > 0;
  return (
    <>
      <Button
        variant="outlined"
        disabled={retire.isPending}
        onClick={() => {
          retire.mutateAsync({ hash: card.hash, retired: !card.retired }).catch((error: unknown) => {
            toast.fail(error);
          });
        }}
      >
        {t(card.retired ? 'library.unretire' : 'library.retire')}
      </Button>
      {given && !card.retired && (
        <>
          <Button variant="outlined" component={Link} to={assessmentPaths.batch(card.hash)}>
            {t('list.batch')}
          </Button>
          <Button variant="contained" component={Link} to={assessmentPaths.start({ hash: card.hash })}>
            {t('instrument.start')}
          </Button>
        </>
      )}
    </>
  );
}

function Whole({ whole }: { whole: Whole }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const may = useCan('assessment.write');
  const { card, instrument } = whole;
  const caution = wordIn(instrument.caution, language);
  const description = wordIn(instrument.description, language);
  return (
    <>
      <PageHeader
        title={wordIn(card.title, language)}
        status={card.retired && <StatusChip word={t('library.retired')} />}
        meta={[
          t('library.version', { version: card.version }),
          t(`library.origin.${card.origin}`),
          t('instrument.used.count', { count: card.used }),
        ].join(', ')}
        actions={may && <Actions card={card} />}
      />
      {description !== '' && <Box sx={{ maxWidth: 760, mb: 1.5 }}>{description}</Box>}
      {caution !== '' && (
        <Box sx={{ mb: 2 }}>
          <Banner tone="warn" title={t('start.caution')}>
            {caution}
          </Banner>
        </Box>
      )}
      <ItemsPart instrument={instrument} />
      <ScalesPart instrument={instrument} />
      <FactsPart whole={whole} />
    </>
  );
}

/** One questionnaire in full: what is asked, how it is scored, whose it is. */
export function InstrumentPage() {
  const { hash = '' } = useParams();
  const parsed = DefinitionHash.safeParse(hash);
  return <Page>{parsed.success && <Shown key={hash} hash={hash} />}</Page>;
}

function Shown({ hash }: { hash: string }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const whole = useAsk('assessments.instrument', { hash });
  usePsychologyCrumbs([
    { label: t('tab'), to: assessmentPaths.list() },
    { label: t('list.library'), to: assessmentPaths.library() },
    ...(whole.data ? [{ label: wordIn(whole.data.card.title, language) }] : []),
  ]);
  return <Answer of={whole}>{(value) => <Whole whole={value} />}</Answer>;
}
