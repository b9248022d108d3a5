import { Amendments } from '../../../app/psychology/amendments';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { LockKeyhole, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { Language, LANGUAGES } from '../../../../shared/kernel/roles';
import { requiredLine } from '../../../../shared/kernel/text';
import type { Conclusion } from '../../../../shared/modules/extracts/extracts.model';
import { useFormat } from '../../../lib/format';
import { useAct } from '../../../lib/query';
import { Banner, Facts, FormDialog, PageHeader, SelectField, TextField, useAppForm } from '../../../ui';
import { SECTIONS } from '../conclusion-sections';
import { extractPaths } from '../extracts-paths';
import { AdviceChip, RecordChip } from './looks';
import { PaperDialog, type Paper } from './paper-dialog';

const PrintSchema = z.object({ reason: requiredLine(500), language: Language });

function PrintDialog({ id, onPaper, onClose }: { id: string; onPaper: (paper: Paper) => void; onClose: () => void }) {
  const { t } = useTranslation('extracts');
  const { language } = useFormat();
  const print = useAct('extracts.printConclusion');
  const form = useAppForm(PrintSchema, { reason: '', language });
  return (
    <FormDialog
      open
      form={form}
      title={t('printing.title')}
      intro={t('printing.intro')}
      saveLabel={t('printing.save')}
      onClose={onClose}
      onSave={async (values) => {
        onPaper(await print.mutateAsync({ id: id, ...values }));
      }}
    >
      <TextField name="reason" label={t('printing.reason')} span={8} autoFocus />
      <SelectField
        name="language"
        label={t('field.language')}
        options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
        span={4}
      />
    </FormDialog>
  );
}

function Actions({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTranslation('extracts');
  const [asking, setAsking] = useState(false);
  const [paper, setPaper] = useState<Paper | null>(null);
  const { header } = conclusion;
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<Printer size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('print')}
      </Button>
      <Button variant="contained" component={Link} to={extractPaths.newExtract(header.subject, { from: header.id })}>
        {t('writeFrom')}
      </Button>
      {asking && (
        <PrintDialog
          id={header.id}
          onPaper={setPaper}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
      <PaperDialog
        paper={paper}
        title={t('kind.conclusion')}
        onClose={() => {
          setPaper(null);
        }}
      />
    </>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  if (text.trim() === '') return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="subtitle1" component="h2">
        {title}
      </Typography>
      <Typography data-private sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxWidth: 760 }}>
        {text}
      </Typography>
    </Box>
  );
}

function Sheet({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  const { fields, kind } = conclusion;
  const methods = fields.methods.map(
    ({ name, version, date }) => `${[name, version].filter((part) => part !== '').join(', ')}; ${format.date(date)}`,
  );
  return (
    <Box sx={{ backgroundColor: 'seal.light', borderRadius: '8px' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', color: 'seal.main', px: 2.5, py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
        <LockKeyhole size={17} strokeWidth={1.75} aria-hidden />
        <Typography sx={{ fontWeight: 500 }}>{t('sealedSheet')}</Typography>
      </Box>
      <Box sx={{ px: 2.5, py: 2 }}>
        <Facts
          items={[
            { label: t('field.recommendation'), value: fields.recommendation ? <AdviceChip value={fields.recommendation} /> : t('nothing') },
            {
              label: t(kind === 'pair' ? 'field.review' : 'field.validUntil'),
              value: fields.validUntil ? format.date(fields.validUntil) : t('nothing'),
            },
            { label: t('field.qualification'), value: fields.qualification || t('nothing') },
            { label: t('field.request'), value: fields.request || t('nothing') },
            { label: t('field.consentNumber'), value: fields.consentNumber || t('nothing') },
            { label: t('field.methods'), value: <Box sx={{ whiteSpace: 'pre-line' }}>{methods.join('\n') || t('nothing')}</Box> },
          ]}
        />
        {SECTIONS[kind].map((name) => (
          <Words key={name} title={t(`field.${name}`)} text={fields[name]} />
        ))}
        <Words title={t('field.grounds')} text={fields.grounds} />
        <Words title={t('field.conditions')} text={fields.conditions} />
      </Box>
    </Box>
  );
}

/** The full conclusion under the psychologist's key; what leaves is the extract written from it, or a paper with a reason. */
export function SignedConclusion({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  const { header } = conclusion;
  const signed = header.state === 'signed';
  const name = header.subjectName || t('unnamed');
  return (
    <>
      <PageHeader
        title={<span data-private>{t('new.conclusionAbout', { name })}</span>}
        status={<RecordChip state={header.state} plain={false} />}
        meta={[
          conclusion.number ?? '',
          header.signedAt ? t('sheet.signed', { name: header.authorName, date: format.date(header.signedAt) }) : header.authorName,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
        actions={signed && <Actions conclusion={conclusion} />}
      />
      <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 860 }}>
        {signed && !conclusion.asSigned && (
          <Banner tone="alarm" title={t('notIntact.title')}>
            {t('notIntact.text')}
          </Banner>
        )}
        {header.state === 'draft' && <Banner tone="info" title={t('othersDraft', { name: header.authorName })} />}
        <Sheet conclusion={conclusion} />
        {header.state !== 'draft' && <Amendments recordId={header.id} />}
      </Box>
    </>
  );
}
