import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Download, FilePen, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RowId } from '../../../../shared/kernel/ids';
import { api } from '../../../lib/client';
import { newId } from '../../../lib/new-id';
import { useCan } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { useToast } from '../../../ui';
import { bytesOf, openPdf } from '../../../ui/pdf/open-pdf';
import { printPdf } from '../../../ui/pdf/print-pdf';
import type { IssuedDocument } from '../document.page';
import { desk } from '../documents.paths';
import { saveFile } from '../save-file';
import { ReasonDialog } from './reason-dialog';

type Asking = 'save' | 'correct' | 'annul' | null;

function usePrint(id: IssuedDocument['id']) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const print = async () => {
    setBusy(true);
    try {
      const { base64 } = await api.documents.print({ id });
      const pdf = await openPdf(bytesOf(base64));
      try {
        await printPdf(pdf);
      } finally {
        pdf.close();
      }
    } catch (error) {
      toast.fail(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, print };
}

/** What can be done with an issued paper. It is never changed: a correction is the next version of the number. */
export function DocumentActs({ document }: { document: IssuedDocument }) {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const toast = useToast();
  const [mayExport, mayIssue, mayAnnul] = [useCan('document.export'), useCan('document.issue'), useCan('document.annul')];
  const [asking, setAsking] = useState<Asking>(null);
  const [draftId] = useState(() => newId(RowId));
  const { busy, print } = usePrint(document.id);
  const correct = useAct('documents.correct');
  const annul = useAct('documents.annul', ['mentorships']);
  const close = () => {
    setAsking(null);
  };
  const inForce = document.state === 'issued';
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', my: 2 }}>
      <Button
        variant="contained"
        disabled={busy}
        startIcon={<Printer size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => {
          void print();
        }}
      >
        {t('act.print')}
      </Button>
      {mayExport && (
        <Button
          variant="outlined"
          startIcon={<Download size={16} strokeWidth={1.75} aria-hidden />}
          onClick={() => {
            setAsking('save');
          }}
        >
          {t('act.save')}
        </Button>
      )}
      {inForce && mayIssue && (
        <Button
          variant="outlined"
          startIcon={<FilePen size={16} strokeWidth={1.75} aria-hidden />}
          onClick={() => {
            setAsking('correct');
          }}
        >
          {t('correct.button')}
        </Button>
      )}
      {inForce && mayAnnul && (
        <Button
          variant="outlined"
          color="error"
          onClick={() => {
            setAsking('annul');
          }}
        >
          {t('annul.button')}
        </Button>
      )}
      {asking === 'save' && (
        <ReasonDialog
          title={t('act.saveTitle')}
          intro={t('act.saveIntro')}
          label={t('reason')}
          saveLabel={t('act.saveDo')}
          onClose={close}
          onSave={async (reason) => {
            saveFile(await api.documents.saveAs({ id: document.id, reason }));
            toast.show(t('act.saved'));
          }}
        />
      )}
      {asking === 'correct' && (
        <ReasonDialog
          title={t('correct.title', { number: document.number })}
          intro={t('correct.intro')}
          label={t('reason')}
          placeholder={t('correct.example')}
          saveLabel={t('correct.save')}
          onClose={close}
          onSave={async (reason) => {
            const draft = await correct.mutateAsync({ id: document.id, draftId, reason });
            void navigate(desk.contract(draft.id));
          }}
        />
      )}
      {asking === 'annul' && (
        <ReasonDialog
          title={t('annul.title', { number: document.number })}
          intro={t('annul.intro')}
          label={t('reason')}
          saveLabel={t('annul.save')}
          dangerous
          onClose={close}
          onSave={async (reason) => {
            await annul.mutateAsync({ id: document.id, reason });
            toast.show(t('annul.done', { number: document.number }));
          }}
        />
      )}
    </Box>
  );
}
