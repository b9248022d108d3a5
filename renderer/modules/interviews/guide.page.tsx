import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { GuideId, wordsIn, type GuideQuestion, type GuideRecord } from '../../../shared/modules/interviews/guide.model';
import { languagesOf } from '../../../shared/modules/interviews/guide.rules';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { useCan } from '../../lib/profile';
import { useAct, useAsk } from '../../lib/query';
import { Answer, Banner, Page, PageHeader, Section, useToast } from '../../ui';
import { interviewPaths } from './interview-paths';

function Question({ question }: { question: GuideQuestion }) {
  const { t } = useTranslation('interviews');
  const { language } = useFormat();
  const hint = wordsIn(question.hint, language);
  const lines = question.kind === 'rating' ? question.anchors : question.options.map((option) => option.label);
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Typography sx={{ fontWeight: 500 }}>{wordsIn(question.text, language)}</Typography>
      {hint !== '' && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {hint}
        </Typography>
      )}
      {lines.length > 0 && (
        <Box
          component={question.kind === 'rating' ? 'ol' : 'ul'}
          sx={{ pl: 2.5, mt: 0.5, listStyle: question.kind === 'rating' ? 'decimal' : 'disc' }}
        >
          {lines.map((line, index) => (
            <Typography component="li" variant="body2" key={index}>
              {wordsIn(line, language)}
            </Typography>
          ))}
        </Box>
      )}
      {question.kind === 'choice' && question.several && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('guide.several')}
        </Typography>
      )}
    </Box>
  );
}

function Versions({ guide }: { guide: GuideRecord }) {
  const { t } = useTranslation('interviews');
  const format = useFormat();
  return (
    <Section title={t('guide.versions')}>
      <Box component="ul">
        {guide.versions.map((one) => (
          <Box component="li" key={one.version} sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
            {one.version === guide.version ? (
              <Typography sx={{ fontWeight: 500 }}>{t('guides.version', { version: one.version })}</Typography>
            ) : (
              <MuiLink component={Link} to={interviewPaths.guide(guide.guideId, one.version)}>
                {t('guides.version', { version: one.version })}
              </MuiLink>
            )}
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {one.madeAt ? t('guides.changed', { name: one.authorName, date: format.date(one.madeAt) }) : t('guides.builtIn')}
            </Typography>
            {one.note !== '' && <Typography variant="body2">{one.note}</Typography>}
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('guides.used', { count: one.used })}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

function Actions({ guide }: { guide: GuideRecord }) {
  const { t } = useTranslation('interviews');
  const toast = useToast();
  const retire = useAct('interviews.retireGuide');
  const set = (retired: boolean) => {
    retire
      .mutateAsync({ guideId: guide.guideId, retired })
      .then(() => {
        toast.show(t(retired ? 'guide.nowRetired' : 'guide.nowOffered'));
      })
      .catch((failure: unknown) => {
        toast.fail(failure);
      });
  };
  return (
    <>
      <Button
        disabled={retire.isPending}
        onClick={() => {
          set(!guide.retired);
        }}
      >
        {t(guide.retired ? 'guide.restore' : 'guide.retire')}
      </Button>
      <Button variant="outlined" component={Link} to={interviewPaths.newGuide(guide.guideId)}>
        {t('guide.copy')}
      </Button>
      <Button variant="contained" component={Link} to={interviewPaths.editGuide(guide.guideId)}>
        {t('guide.edit')}
      </Button>
    </>
  );
}

function Guide({ guide }: { guide: GuideRecord }) {
  const { t } = useTranslation('interviews');
  const { language } = useFormat();
  const may = useCan('interview.write');
  const written = languagesOf(guide.content).map((one) => t(`language.${one}`));
  return (
    <>
      <PageHeader
        title={wordsIn(guide.content.title, language)}
        aside={t('guides.version', { version: guide.version })}
        meta={[t(`guides.for.${guide.content.audience}`), t('guide.languages', { languages: written.join(', ') })].join(' · ')}
        actions={may && guide.version === guide.latest && <Actions guide={guide} />}
      />
      {guide.version !== guide.latest && <Banner tone="info" title={t('guide.earlier', { version: guide.latest })} />}
      {guide.retired && <Banner tone="info" title={t('guide.isRetired')} />}
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 260px' }, columnGap: 5, mt: 2 }}>
        <Box sx={{ maxWidth: 760 }}>
          <Typography sx={{ color: 'text.secondary', mb: 2 }}>{wordsIn(guide.content.intro, language)}</Typography>
          {guide.content.sections.map((section) => (
            <Section key={section.code} title={wordsIn(section.title, language)} aside={wordsIn(section.hint, language)}>
              <Box component="ul">
                {section.questions.map((question) => (
                  <Question key={question.code} question={question} />
                ))}
              </Box>
            </Section>
          ))}
        </Box>
        <Versions guide={guide} />
      </Box>
    </>
  );
}

/** One guide in one of its versions, as it is asked. */
export function GuidePage() {
  const { t } = useTranslation('interviews');
  const { language } = useFormat();
  const { guideId = '', version } = useParams();
  const known = GuideId.safeParse(guideId).success;
  const guide = useAsk('interviews.guide', { guideId, ...(version ? { version: Number(version) } : {}) }, { enabled: known });
  usePsychologyCrumbs([
    { label: t('tab'), to: interviewPaths.list() },
    { label: t('guides.title'), to: interviewPaths.guides() },
    { label: guide.data ? wordsIn(guide.data.content.title, language) : '' },
  ]);
  return (
    <Page>
      <Answer of={guide}>{(record) => <Guide guide={record} />}</Answer>
    </Page>
  );
}
