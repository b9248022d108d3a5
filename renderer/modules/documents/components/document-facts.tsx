import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { isPlainDate } from '../../../../shared/kernel/plain-date';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { Banner, Section, StatusChip } from '../../../ui';
import type { IssuedDocument } from '../document.page';
import { numberOf, STATE_LOOK } from '../documents.columns';
import { DocumentActs } from './document-acts';
import { useGateWords } from '../gate-words';

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '132px minmax(0, 1fr)',
        gap: 1.5,
        py: 0.875,
        borderTop: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
      }}
    >
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary', lineHeight: '22px' }}>
        {label}
      </Typography>
      <Typography component="dd" sx={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}

function Versions({ document }: { document: IssuedDocument }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  if (document.versions.length < 2) return null;
  return (
    <Section title={t('version.title')}>
      <Box component="ol">
        {document.versions.map((version) => (
          <Box component="li" key={version.id} sx={{ display: 'flex', gap: 1.5, minHeight: 30, alignItems: 'center' }}>
            {version.id === document.id ? (
              <Typography sx={{ fontWeight: 500 }}>{t('version.no', { version: version.version })}</Typography>
            ) : (
              <Link component={RouterLink} to={paths.document(version.id)}>
                {t('version.no', { version: version.version })}
              </Link>
            )}
            <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
              {format.date(version.issuedOn)}
            </Typography>
            <StatusChip plain word={t(`state.${version.state}`)} tone={STATE_LOOK[version.state].tone} icon={STATE_LOOK[version.state].icon} />
          </Box>
        ))}
      </Box>
    </Section>
  );
}

/** «guest-contract-ru/1» of the file, in the words of the list of templates. */
function templateWords(t: TFunction<'documents'>, version: string): string {
  const [, place, number = ''] = /^guest-contract-(kz|ru)\/(.+)$/.exec(version) ?? [];
  return place === undefined ? version : `${t(`templates.of.${place}`)}, ${t('templates.version', { version: number }).toLocaleLowerCase()}`;
}

export function DocumentFacts({ document }: { document: IssuedDocument }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const words = useGateWords();
  const reasons = Object.entries(document.warningReasons);
  const look = STATE_LOOK[document.state];
  return (
    <>
      <Typography variant="h1">{numberOf(document, t)}</Typography>
      <Box sx={{ my: 0.75 }}>
        <StatusChip word={t(`state.${document.state}`)} tone={look.tone} icon={look.icon} />
      </Box>
      {document.state === 'annulled' && (
        <Box sx={{ my: 1.5 }}>
          <Banner tone="alarm" title={t('annul.was', { date: document.annulledOn ? format.date(document.annulledOn) : '' })}>
            {document.annulReason}
          </Banner>
        </Box>
      )}
      <DocumentActs document={document} />
      <Box component="dl" sx={{ mb: 2.5 }}>
        <Line label={t('column.children')}>
          <span data-private>{document.childNames.join(', ')}</span>
        </Line>
        <Line label={t('column.mentor')}>
          <span data-private>{document.mentorName}</span>
        </Line>
        <Line label={t('column.term')}>{t('draft.term', format.span(document.termFrom, document.termTo))}</Line>
        <Line label={t('column.issuedOn')}>{`${format.date(document.issuedOn)}, ${document.issuedBy}`}</Line>
        {document.correctionReason !== '' && <Line label={t('correct.because')}>{document.correctionReason}</Line>}
        {reasons.map(([key, reason]) => (
          <Line
            key={key}
            label={t('document.despite')}
          >{`${words.title({ code: key.split(':')[0] ?? '' } as Parameters<typeof words.title>[0])}: ${reason}`}</Line>
        ))}
        <Line label={t('document.pairs')}>
          {document.pairIds.map((id, index) => (
            <Link key={id} component={RouterLink} to={paths.pair(id)} sx={{ mr: 1 }}>
              {document.childNames[index] ? `${document.childNames[index]} – ${document.mentorName}` : t('document.pair')}
            </Link>
          ))}
        </Line>
        <Line label={t('document.template')}>{templateWords(t, document.templateVersion)}</Line>
        <Line label={t('document.rules')}>
          {isPlainDate(document.rulePackVersion) ? t('document.rulesOf', { date: format.date(document.rulePackVersion) }) : document.rulePackVersion}
        </Line>
        <Line label={t('document.seal')}>
          <Box component="code" sx={{ fontSize: 12, lineHeight: '18px', display: 'block' }}>
            {document.sha256}
          </Box>
          <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
            {t('document.sealNote', { size: format.size(document.bytes) })}
          </Typography>
        </Line>
      </Box>
      <Versions document={document} />
    </>
  );
}
