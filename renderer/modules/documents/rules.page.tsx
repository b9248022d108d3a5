import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { FilePen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api';
import { useFormat } from '../../lib/format';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, Page, PageHeader, Section, StatusChip, Tabs } from '../../ui';
import { RoomTabs } from './components/room-tabs';
import { RulesDialog } from './components/rules-dialog';

export type RulePackRecord = Output<'documents.rulePacks'>[number];

const TONES = { verified: 'ok', secondary: 'mute', 'not-verified': 'warn' } as const;

/** What counts today: the program's pack, with the organisation's own values over it. */
function useInForce(records: RulePackRecord[]) {
  const pack = records.find(({ origin, isInForce }) => origin === 'built-in' && isInForce) ?? records.find(({ origin }) => origin === 'built-in');
  const own = records.find(({ origin, isInForce }) => origin === 'organisation' && isInForce);
  return { pack, own };
}

function Parameters({ pack, own }: { pack: RulePackRecord; own: RulePackRecord | undefined }) {
  const { t } = useTranslation('documents');
  const { language } = useFormat();
  // Sources are quoted in the language of the law; what has no source yet is only a suggestion and is said in the reader's.
  const sourceWords = (source: RulePackRecord['sources'][string] | undefined): string | undefined =>
    source?.tag === 'not-verified' && language !== 'ru' ? t('rules.suggestion') : source?.source;
  const shown = (value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'rules.yes' : 'rules.no');
    return typeof value === 'number' || typeof value === 'string' ? String(value) : t('rules.none');
  };
  return (
    <Table size="small" aria-label={t('rules.title')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('rules.parameter')}</TableCell>
          <TableCell align="right">{t('rules.value')}</TableCell>
          <TableCell>{t('rules.source')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {Object.entries(pack.parameters).map(([name, value]) => {
          const changed = own && Object.hasOwn(own.parameters, name) && own.parameters[name] !== value;
          const source = pack.sources[name];
          return (
            <TableRow key={name}>
              <TableCell>{t(`parameter.${name}`, { defaultValue: name })}</TableCell>
              <TableCell align="right" sx={{ fontWeight: 500, fontFeatureSettings: '"tnum"' }}>
                {shown(changed ? own.parameters[name] : value)}
              </TableCell>
              <TableCell>
                <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', justifyContent: 'space-between' }}>
                  <span>{changed ? t('rules.instead', { value: shown(value), note: own.sourceNote }) : sourceWords(source)}</span>
                  {source && !changed && <StatusChip plain tone={TONES[source.tag]} word={t(`tag.${source.tag}`)} />}
                </Box>
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

function Rules({ records }: { records: RulePackRecord[] }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const mayWrite = useCan('template.write');
  const [editing, setEditing] = useState(false);
  const { pack, own } = useInForce(records);
  if (!pack) return null;
  return (
    <Box sx={{ maxWidth: 980 }}>
      <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>
        {pack.origin === 'built-in' ? t(`rules.note.${pack.jurisdiction}`) : pack.sourceNote}
      </Typography>
      <Section
        title={t('rules.now')}
        aside={
          mayWrite && (
            <Button
              variant="outlined"
              size="small"
              startIcon={<FilePen size={15} strokeWidth={1.75} aria-hidden />}
              onClick={() => {
                setEditing(true);
              }}
            >
              {t('rules.edit')}
            </Button>
          )
        }
      >
        <Parameters pack={pack} own={own} />
      </Section>
      <Section title={t('rules.history')}>
        <Box component="ul">
          {records.map((record) => (
            <Box
              component="li"
              key={record.id + record.version}
              sx={{ display: 'flex', gap: 2, alignItems: 'center', py: 1, borderTop: 1, borderColor: 'divider' }}
            >
              <Box sx={{ flex: 1 }}>
                <Typography variant="subtitle1">
                  {t(record.origin === 'built-in' ? 'rules.builtIn' : 'rules.own', { version: record.version })}
                </Typography>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {t('templates.from', { date: format.date(record.inForceFrom) })}
                  {'. '}
                  {record.checkedOn ? t('rulePack.checked', { by: record.checkedBy, on: format.short(record.checkedOn) }) : t('rulePack.unchecked')}
                  {record.origin === 'organisation' && ` ${record.sourceNote}`}
                </Typography>
              </Box>
              {record.isInForce && <StatusChip tone="ok" word={t('templates.inForce')} />}
            </Box>
          ))}
        </Box>
      </Section>
      {editing && (
        <RulesDialog
          pack={pack}
          own={own}
          onClose={() => {
            setEditing(false);
          }}
        />
      )}
    </Box>
  );
}

/** The periods of each country, where every one of them comes from, and the organisation's own values. */
export function RulesPage() {
  const { t } = useTranslation('documents');
  const [country, setCountry] = useState<'kz' | 'ru'>('kz');
  const records = useAsk('documents.rulePacks', { jurisdiction: country }, { keep: true });
  return (
    <Page>
      <PageHeader title={t('rules.title')} meta={t('rules.text')} />
      <RoomTabs value="rules" />
      <Tabs
        label={t('rules.country')}
        value={country}
        onChange={(value) => {
          setCountry(value as 'kz' | 'ru');
        }}
        items={(['kz', 'ru'] as const).map((value) => ({ value, label: t(`country.${value}`) }))}
      />
      <Answer of={records}>{(value) => <Rules key={country} records={value} />}</Answer>
    </Page>
  );
}
