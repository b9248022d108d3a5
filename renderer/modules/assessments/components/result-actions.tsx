import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod';
import { requiredLine } from '../../../../shared/kernel/text';
import { paths } from '../../../lib/paths';
import { useCan } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { FormDialog, TextField, useAppForm, useToast } from '../../../ui';
import { assessmentPaths } from '../assessment-paths';
import type { Assessment } from '../result-of';
import { ExportDialog, ReportDialog } from './out-dialogs';

const Reason = z.object({ reason: requiredLine(500) });

function WithdrawDialog({ id, onClose }: { id: Assessment['header']['id']; onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const withdraw = useAct('assessments.withdraw');
  const form = useAppForm(Reason, { reason: '' });
  return (
    <FormDialog
      open
      dangerous
      form={form}
      title={t('withdraw.title')}
      intro={t('withdraw.intro')}
      saveLabel={t('withdraw.confirm')}
      onClose={onClose}
      onSave={({ reason }) => withdraw.mutateAsync({ id, reason })}
    >
      <TextField name="reason" label={t('withdraw.reason')} span={12} />
    </FormDialog>
  );
}

type Opened = 'report' | 'export' | 'withdraw' | null;

function Dialogs({ record, opened, onClose }: { record: Assessment; opened: Opened; onClose: () => void }) {
  const { header, instrument } = record;
  if (opened === 'report') return <ReportDialog id={header.id} onClose={onClose} />;
  if (opened === 'export') return <ExportDialog scope={{ subject: header.subject, instrumentId: instrument.id }} onClose={onClose} />;
  if (opened === 'withdraw') return <WithdrawDialog id={header.id} onClose={onClose} />;
  return null;
}

/** What may be done with a finished measurement. */
export function ResultActions({ record }: { record: Assessment }) {
  const { t } = useTranslation('assessments');
  const navigate = useNavigate();
  const toast = useToast();
  const may = useCan('assessment.write');
  const mayExtract = useCan('extract.write');
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [opened, setOpened] = useState<Opened>(null);
  const rescore = useAct('assessments.rescore');
  const { header } = record;
  const stands = header.state === 'signed';
  const pick = (what: Opened) => () => {
    setMenu(null);
    setOpened(what);
  };
  const again = async () => {
    setMenu(null);
    try {
      await rescore.mutateAsync({ id: header.id });
      toast.show(t('result.rescored'));
    } catch (error) {
      toast.fail(error);
    }
  };
  const extractable = header.subject.kind === 'child' || header.subject.kind === 'mentor' || header.subject.kind === 'pair';
  return (
    <>
      {mayExtract && stands && extractable && (
        <Button variant="outlined" component={Link} to={paths.newExtract(header.subject.kind, header.subject.id)}>
          {t('result.extract')}
        </Button>
      )}
      {stands && (
        <Button variant="outlined" onClick={pick('report')}>
          {t('result.report')}
        </Button>
      )}
      {may && (
        <Button
          variant="outlined"
          aria-haspopup="menu"
          onClick={(event) => {
            setMenu(event.currentTarget);
          }}
        >
          {t('result.more')}
        </Button>
      )}
      <Menu
        anchorEl={menu}
        open={menu !== null}
        onClose={() => {
          setMenu(null);
        }}
      >
        <MenuItem
          onClick={() => {
            void navigate(assessmentPaths.start({ kind: header.subject.kind, id: header.subject.id, hash: record.definitionHash }));
          }}
        >
          {t('result.startAgain')}
        </MenuItem>
        <MenuItem onClick={pick('export')}>{t('list.export')}</MenuItem>
        {stands && <MenuItem onClick={() => void again()}>{t('result.rescore')}</MenuItem>}
        {stands && <MenuItem onClick={pick('withdraw')}>{t('result.withdraw')}</MenuItem>}
      </Menu>
      <Dialogs
        record={record}
        opened={opened}
        onClose={() => {
          setOpened(null);
        }}
      />
    </>
  );
}
