import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ExtractDraft, ReleasedHeader } from '../../../../shared/modules/extracts/extracts.model';
import { api } from '../../../lib/client';
import { asDate, useFormat } from '../../../lib/format';
import { useAct, useAsk } from '../../../lib/query';
import { Banner, PageHeader, useToast } from '../../../ui';
import { extractPaths } from '../extracts-paths';
import { ExtractSheet } from './extract-sheet';
import { RecordChip, StandingChip } from './looks';
import { PaperDialog, type Paper } from './paper-dialog';
import { WithdrawDialog } from './withdraw-dialog';

function Unplaced({ draft }: { draft: ExtractDraft }) {
  const { t } = useTranslation('extracts');
  const toast = useToast();
  const place = useAct('extracts.place', ['documents', 'mentorships']);
  return (
    <Banner
      tone="alarm"
      title={t('unplaced.title')}
      actions={
        <Button
          variant="contained"
          color="error"
          disabled={place.isPending}
          onClick={() => {
            place.mutateAsync({ id: draft.header.id }).then(({ number }) => {
              toast.show(t('sign.done', { number: number ?? '' }));
            }, toast.fail);
          }}
        >
          {t('unplaced.place')}
        </Button>
      }
    >
      {t('unplaced.text')}
    </Banner>
  );
}

function Actions({ draft, released }: { draft: ExtractDraft; released: ReleasedHeader }) {
  const { t } = useTranslation('extracts');
  const toast = useToast();
  const [paper, setPaper] = useState<Paper | null>(null);
  const [withdrawing, setWithdrawing] = useState(false);
  const mayChange = draft.header.state === 'signed' && (released.state === 'in-force' || released.state === 'expired');
  return (
    <>
      {mayChange && (
        <>
          <Button
            onClick={() => {
              setWithdrawing(true);
            }}
          >
            {t('withdraw.save')}
          </Button>
          <Button variant="outlined" component={Link} to={extractPaths.newExtract(draft.header.subject, { replaces: draft.header.id })}>
            {t('replace')}
          </Button>
        </>
      )}
      <Button
        variant="outlined"
        startIcon={<Printer size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => {
          api.extracts.print({ id: draft.header.id }).then(setPaper, toast.fail);
        }}
      >
        {t('print')}
      </Button>
      <PaperDialog
        paper={paper}
        title={t('sheet.title')}
        onClose={() => {
          setPaper(null);
        }}
      />
      {withdrawing && (
        <WithdrawDialog
          id={draft.header.id}
          number={released.number}
          onClose={() => {
            setWithdrawing(false);
          }}
        />
      )}
    </>
  );
}

function Gone({ released }: { released: ReleasedHeader | undefined }) {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  if (released?.state === 'withdrawn')
    return (
      <Banner tone="warn" title={t('gone.withdrawn', { date: released.withdrawnOn ? format.date(released.withdrawnOn) : '' })}>
        {released.withdrawnReason}
      </Banner>
    );
  if (released?.state === 'replaced') return <Banner tone="warn" title={t('gone.replaced')} />;
  return null;
}

/** The signed text on the psychologist's own side; a colleague's draft is shown here too, but not changed. */
export function SignedExtract({ draft }: { draft: ExtractDraft }) {
  const { t } = useTranslation('extracts');
  const { header, fields } = draft;
  const list = useAsk('extracts.ofSubject', { subject: header.subject }, { enabled: header.state !== 'draft' });
  const released = list.data?.find((one) => one.id === header.id);
  const isDraft = header.state === 'draft';
  const number = released ? t('number', { number: released.number, version: released.version }) : (draft.number ?? '');
  return (
    <>
      <PageHeader
        title={<span data-private>{t('new.extractAbout', { name: header.subjectName || t('unnamed') })}</span>}
        status={released ? <StandingChip state={released.state} plain={false} /> : <RecordChip state={header.state} plain={false} />}
        actions={released && <Actions draft={draft} released={released} />}
      />
      <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 720 }}>
        {header.state === 'signed' && draft.number === null && <Unplaced draft={draft} />}
        {!isDraft && !draft.asSigned && (
          <Banner tone="alarm" title={t('notIntact.title')}>
            {t('notIntact.text')}
          </Banner>
        )}
        <Gone released={released} />
        {isDraft && <Banner tone="info" title={t('othersDraft', { name: header.authorName })} />}
        <ExtractSheet
          faded={released !== undefined && released.state !== 'in-force'}
          sheet={{
            ...fields,
            number,
            subjectName: header.subjectName || t('unnamed'),
            signedBy: header.authorName,
            signedOn: header.signedAt ? asDate(header.signedAt) : null,
          }}
        />
        {!isDraft && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('eachReading')}
          </Typography>
        )}
      </Box>
    </>
  );
}
