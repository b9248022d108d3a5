import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Check, Signature } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { GroupSessionRecord } from '../../../../shared/modules/art-therapy/observation.model';
import { useFormat } from '../../../lib/format';
import { useAct } from '../../../lib/query';
import { ConfirmDialog, StatusChip, useToast } from '../../../ui';
import { groupPaths } from '../group-paths';
import { saveBytes } from '../save-bytes';
import { Blockers } from './blockers';
import { PrintDialog } from './print-dialog';

function DraftActions({ record }: { record: GroupSessionRecord }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const navigate = useNavigate();
  const toast = useToast();
  const { id, updatedAt } = record.header;
  const sign = useAct('art-therapy.sign');
  const drop = useAct('art-therapy.drop');
  const [asked, setAsked] = useState<'sign' | 'drop' | null>(null);
  const close = () => {
    setAsked(null);
  };
  return (
    <>
      <Typography variant="body2" sx={{ display: 'flex', gap: 0.75, alignItems: 'center', color: 'text.secondary' }}>
        <Check size={15} strokeWidth={1.75} aria-hidden />
        {t('session.savedAt', { time: format.time(updatedAt) })}
      </Typography>
      <Button
        color="inherit"
        onClick={() => {
          setAsked('drop');
        }}
      >
        {t('session.drop')}
      </Button>
      <Button
        variant="contained"
        startIcon={<Signature size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => {
          setAsked('sign');
        }}
      >
        {t('session.sign')}
      </Button>
      <ConfirmDialog
        open={asked === 'sign' && record.blockers.length === 0}
        dangerous={false}
        question={t('session.signAsk')}
        consequence={t('session.signText')}
        confirm={t('session.sign')}
        onCancel={close}
        onConfirm={async () => {
          await sign.mutateAsync({ id });
          toast.show(t('session.signed'));
          close();
        }}
      />
      {asked === 'sign' && record.blockers.length > 0 && <Blockers record={record} onClose={close} />}
      <ConfirmDialog
        open={asked === 'drop'}
        question={t('session.dropAsk')}
        consequence={t('session.dropText')}
        confirm={t('session.drop')}
        onCancel={close}
        onConfirm={async () => {
          await drop.mutateAsync({ id });
          void navigate(groupPaths.group(record.shared.groupId));
        }}
      />
    </>
  );
}

function SignedActions({ record, may }: { record: GroupSessionRecord; may: boolean }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const print = useAct('art-therapy.groupReport');
  const [printing, setPrinting] = useState(false);
  const { header, shared } = record;
  const when = header.signedAt === null ? '' : format.date(header.signedAt);
  return (
    <>
      <StatusChip
        plain
        tone={header.state === 'signed' ? 'seal' : 'mute'}
        word={t(`state.${header.state}By`, { name: header.authorName, date: when })}
      />
      {may && header.state === 'signed' && (
        <Button
          variant="outlined"
          onClick={() => {
            setPrinting(true);
          }}
        >
          {t('print.supervision')}
        </Button>
      )}
      {printing && (
        <PrintDialog
          title={t('print.supervision')}
          intro={t('print.supervisionIntro')}
          onClose={() => {
            setPrinting(false);
          }}
          onPrint={async (choice) => {
            const { pdf, fileName } = await print.mutateAsync({ groupId: shared.groupId, sessionId: header.id, ...choice });
            saveBytes(pdf, fileName, 'application/pdf');
          }}
        />
      )}
    </>
  );
}

/** A draft is signed or thrown away by its author; a signed session can be printed for supervision. */
export function SessionActions({ record, own, may }: { record: GroupSessionRecord; own: boolean; may: boolean }) {
  const { t } = useTranslation('art-therapy');
  if (record.header.state !== 'draft') return <SignedActions record={record} may={may} />;
  if (own) return <DraftActions record={record} />;
  return <StatusChip plain tone="mute" word={t('state.draftBy', { name: record.header.authorName })} />;
}
