import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { LockKeyhole, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordHeader, Subject } from '../../../../shared/modules/clinical/clinical.model';
import type { Conclusion, SourceLine } from '../../../../shared/modules/extracts/extracts.model';
import type { Language } from '../../../../shared/kernel/roles';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { Answer } from '../../../ui';
import { SECTIONS } from '../conclusion-sections';
import { methodOf, type Method } from '../method-of';
import { SourceCard, type SourceText } from './source-card';

const TEN_MINUTES = 600_000;

export interface SourcesProps {
  subject: Subject;
  language: Language;
  insertLabel: string;
  onInsert: (text: string) => void;
  /** Only where methods are listed: takes a test or an interview into the list. */
  onMethod?: (method: Method) => void;
  /** The conclusion this text is written from: open from the start. */
  from?: string | null;
}

function Record({ line, insertLabel, onInsert, onMethod }: { line: SourceLine } & Pick<SourcesProps, 'insertLabel' | 'onInsert' | 'onMethod'>) {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  const kind = t(`clinical:kind.${line.kind}`);
  const isMethod = line.kind === 'assessment' || line.kind === 'interview';
  return (
    <SourceCard
      title={line.title || kind}
      note={[line.title ? kind : '', format.date(line.onDate)].filter((part) => part !== '').join(', ')}
      texts={[{ heading: '', text: line.text }]}
      insertLabel={insertLabel}
      onInsert={onInsert}
      empty={t(line.kind === 'assessment' ? 'source.noBands' : 'source.noText')}
      footer={
        onMethod &&
        isMethod && (
          <Button
            size="small"
            variant="outlined"
            startIcon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
            onClick={() => {
              onMethod(methodOf(line));
            }}
          >
            {t('method.take')}
          </Button>
        )
      }
    />
  );
}

function sectionsOf(conclusion: Conclusion, titleOf: (name: string) => string): SourceText[] {
  return [...SECTIONS[conclusion.kind], 'grounds' as const, 'conditions' as const].map((name) => ({
    heading: titleOf(name),
    text: conclusion.fields[name],
  }));
}

function ConclusionCard({
  header,
  startOpen,
  insertLabel,
  onInsert,
}: { header: RecordHeader; startOpen: boolean } & Pick<SourcesProps, 'insertLabel' | 'onInsert'>) {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  const [opened, setOpened] = useState(startOpen);
  const whole = useAsk('extracts.conclusion', { id: header.id }, { enabled: opened, staleTime: TEN_MINUTES });
  return (
    <SourceCard
      title={t('source.conclusion', { number: header.label })}
      note={format.date(header.onDate)}
      texts={whole.data ? sectionsOf(whole.data, (name) => t(`field.${name}`)) : []}
      insertLabel={insertLabel}
      onInsert={onInsert}
      onOpened={() => {
        setOpened(true);
      }}
      startOpen={startOpen}
      empty={t(whole.isLoading ? 'source.opening' : 'source.noText')}
    />
  );
}

/** Signed records of this person on the violet ground. Nothing leaves it but what is read and put over line by line. */
export function Sources({ subject, language, from = null, ...rest }: SourcesProps) {
  const { t } = useTranslation('extracts');
  const lines = useAsk('extracts.sources', { subject: subject, language }, { staleTime: TEN_MINUTES, keep: true });
  const conclusions = useAsk('clinical.records', { subject, kinds: ['conclusion'], states: ['signed'] });
  return (
    <Box component="section" aria-label={t('source.title')} sx={{ backgroundColor: 'seal.light', borderRadius: '8px', px: 2, py: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', color: 'seal.main' }}>
        <LockKeyhole size={17} strokeWidth={1.75} aria-hidden />
        <Typography sx={{ fontWeight: 500 }}>{t('source.title')}</Typography>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.25, mb: 1 }}>
        {t('source.hint')}
      </Typography>
      {conclusions.data?.records.map((header) => (
        <ConclusionCard key={header.id} header={header} startOpen={header.id === from} {...rest} />
      ))}
      <Answer of={lines} rows={3}>
        {(found) =>
          found.length === 0 && conclusions.data?.records.length === 0 ? (
            <Typography variant="body2" sx={{ color: 'text.secondary', py: 1 }}>
              {t('source.none')}
            </Typography>
          ) : (
            found.map((line) => <Record key={`${line.recordId}:${line.title}`} line={line} {...rest} />)
          )
        }
      </Answer>
    </Box>
  );
}
