import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import MuiLink from '@mui/material/Link';
import Switch from '@mui/material/Switch';
import MuiTextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LANGUAGES } from '../../../shared/kernel/roles';
import { KINDS, TEXT_STATUSES } from '../../../shared/modules/assessments/instrument.model';
import { PsychologyTabs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, Page, PageHeader, Section } from '../../ui';
import { assessmentPaths } from './assessment-paths';
import { wordIn } from './assessment-words';
import { SheetTable } from './components/sheet-table';
import type { Card } from './components/test-field';
import { useAges } from './use-ages';

const HELPED = ['shell', 'external', 'gas', 'observation'] as const;
const isHelped = (kind: Card['kind']): kind is (typeof HELPED)[number] => HELPED.some((one) => one === kind);

/** «черновик: русский, казахский; оригинал: английский». */
const textsOf = (card: Card, t: TFunction<'assessments'>): string =>
  TEXT_STATUSES.map((status) => ({ status, languages: LANGUAGES.filter((one) => card.forms.includes(one) && card.texts[one] === status) }))
    .filter(({ languages }) => languages.length > 0)
    .map(({ status, languages }) => `${t(`text.${status}`)}: ${languages.map((one) => t(`language.${one}`)).join(', ')}`)
    .join('; ');

function Row({ card }: { card: Card }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const ages = useAges();
  const given = card.kind === 'builtin' || card.kind === 'shell';
  return (
    <tr>
      <th scope="row">
        <MuiLink component={Link} to={assessmentPaths.instrument(card.hash)}>
          {wordIn(card.title, language)}
        </MuiLink>
        <Box component="span" className="quiet" sx={{ whiteSpace: 'nowrap' }}>
          {` ${[t('library.version', { version: card.version }), card.origin === 'imported' ? t('library.origin.imported') : '', card.retired ? t('library.retired') : ''].filter(Boolean).join(', ')}`}
        </Box>
      </th>
      <td className="right">{card.items === 0 ? '–' : card.items}</td>
      <td className="quiet" style={{ whiteSpace: 'nowrap' }}>
        {[t(`respondent.${card.respondent}`), ages(card)].filter(Boolean).join(', ')}
      </td>
      <td className="quiet">{given ? textsOf(card, t) || '–' : '–'}</td>
      <td className="right">{card.used}</td>
    </tr>
  );
}

/** Every questionnaire that can be given, scored or recorded here. */
export function LibraryPage() {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const may = useCan('assessment.write');
  const list = useAsk('assessments.instruments', {});
  const [search, setSearch] = useState('');
  const [withRetired, setWithRetired] = useState(false);
  const wanted = (card: Card): boolean =>
    (withRetired || !card.retired) &&
    `${wordIn(card.title, language)} ${card.instrumentId}`.toLocaleLowerCase(language).includes(search.trim().toLocaleLowerCase(language));
  return (
    <Page>
      <PageHeader
        title={t('library.title')}
        actions={
          may && (
            <Button
              component={Link}
              to={assessmentPaths.importFile()}
              variant="outlined"
              startIcon={<FileUp size={16} strokeWidth={1.75} aria-hidden />}
            >
              {t('library.import')}
            </Button>
          )
        }
      />
      <PsychologyTabs value="assessments" crumbs={[{ label: t('tab'), to: assessmentPaths.list() }, { label: t('list.library') }]} />
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', mb: 1.5, flexWrap: 'wrap' }}>
        <MuiTextField
          label={t('start.find')}
          value={search}
          sx={{ width: 320 }}
          onChange={(event) => {
            setSearch(event.target.value);
          }}
        />
        <FormControlLabel
          sx={{ alignSelf: 'flex-end' }}
          control={
            <Switch
              checked={withRetired}
              onChange={(_, on) => {
                setWithRetired(on);
              }}
            />
          }
          label={t('library.showRetired')}
        />
      </Box>
      <Answer of={list} rows={8}>
        {(cards) => (
          <>
            {KINDS.map((kind) => {
              const own = cards.filter((card) => card.kind === kind && wanted(card));
              if (own.length === 0) return null;
              return (
                <Section key={kind} title={t(`library.group.${kind}`)} count={own.length}>
                  {isHelped(kind) && (
                    <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 760, mb: 0.5 }}>
                      {t(`library.groupHelp.${kind}`)}
                    </Typography>
                  )}
                  <SheetTable
                    label={t(`library.group.${kind}`)}
                    heads={[
                      { word: t('library.column.title') },
                      { word: t('library.column.items'), right: true },
                      { word: t('library.column.for') },
                      { word: t('library.column.texts') },
                      { word: t('library.column.used'), right: true },
                    ]}
                  >
                    {own.map((card) => (
                      <Row key={card.hash} card={card} />
                    ))}
                  </SheetTable>
                </Section>
              );
            })}
          </>
        )}
      </Answer>
    </Page>
  );
}
