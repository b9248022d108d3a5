import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { requiredLine } from '../../../../shared/kernel/text';
import type { CaseSubject, ClosingRecord } from '../../../../shared/modules/sessions/casework.model';
import { useFormat } from '../../../lib/format';
import { useCan, useProfile } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { ConfirmDialog, FormDialog, Section, TextField, useAppForm, useToast } from '../../../ui';
import { work } from '../casework-paths';
import { namingFields } from '../not-whole';
import { Amendments } from '../../../app/psychology/amendments';
import { Words } from './sealed-sheet';
import { NotAsSigned, SignedBy } from './state-chip';

const Reopen = z.object({ reason: requiredLine(500) });

function ReopenDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('sessions');
  const reopen = useAct('sessions.reopenWork');
  const form = useAppForm(Reopen, { reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('closing.reopenTitle')}
      intro={t('closing.reopenIntro')}
      saveLabel={t('closing.reopen')}
      onClose={onClose}
      onSave={({ reason }) => reopen.mutateAsync({ id: id, reason })}
    >
      <TextField name="reason" label={t('clinical:amend.reason')} span={12} />
    </FormDialog>
  );
}

function DraftActions({ closing }: { closing: ClosingRecord }) {
  const { t } = useTranslation('sessions');
  const toast = useToast();
  const sign = useAct('sessions.signClosing');
  const drop = useAct('sessions.dropClosing');
  const [asked, setAsked] = useState<'sign' | 'drop' | null>(null);
  const close = () => {
    setAsked(null);
  };
  const { id, subject } = closing.header;
  return (
    <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>
      <Button
        variant="contained"
        onClick={() => {
          setAsked('sign');
        }}
      >
        {t('closing.sign')}
      </Button>
      <Button variant="outlined" component={Link} to={work.form(subject as CaseSubject, 'closing')}>
        {t('action.edit')}
      </Button>
      <Button
        onClick={() => {
          setAsked('drop');
        }}
      >
        {t('action.drop')}
      </Button>
      <ConfirmDialog
        open={asked === 'sign'}
        dangerous={false}
        question={t('closing.signTitle')}
        consequence={t(closing.fields.followUp ? 'closing.signFollowUp' : 'closing.signConsequence')}
        confirm={t('closing.sign')}
        onCancel={close}
        onConfirm={async () => {
          await sign.mutateAsync({ id }).catch(namingFields((path) => t(`field.${path}`)));
          close();
          toast.show(t('done.signed'));
        }}
      />
      <ConfirmDialog
        open={asked === 'drop'}
        question={t('ask.drop')}
        consequence={t('ask.dropClosing')}
        confirm={t('action.drop')}
        onCancel={close}
        onConfirm={async () => {
          await drop.mutateAsync({ id });
          close();
        }}
      />
    </Box>
  );
}

function Closing({ closing, onReopen }: { closing: ClosingRecord; onReopen: () => void }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const { userId } = useProfile();
  const may = useCan('casework.write');
  const { fields, header, reopened } = closing;
  const until = fields.followUpUntil === null ? '' : t('closing.until', { date: format.date(fields.followUpUntil) });
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', py: 1.25 }}>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mb: 1, display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
        <span>{format.date(fields.onDate)}</span>
        <span>{t(`closingReason.${fields.reason}`)}</span>
        <SignedBy header={header} />
      </Typography>
      <NotAsSigned asSigned={closing.asSigned} />
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Words title={t('field.reached')}>{fields.reached}</Words>
        <Words title={t('field.recommendations')}>{fields.recommendations}</Words>
        <Words title={t('field.followUp')}>{fields.followUp ? [fields.followUpWhy, until].filter((part) => part !== '').join(' · ') : ''}</Words>
      </Box>
      {reopened && (
        <Typography sx={{ mt: 1 }}>
          {t('closing.reopened', { date: format.date(reopened.on), name: reopened.byName, reason: reopened.reason })}
        </Typography>
      )}
      {may && header.state === 'draft' && header.authorId === userId && <DraftActions closing={closing} />}
      {may && header.state === 'signed' && !reopened && (
        <Button size="small" sx={{ ml: -1 }} onClick={onReopen}>
          {t('closing.reopen')}
        </Button>
      )}
      {header.state === 'signed' && <Amendments recordId={header.id} />}
    </Box>
  );
}

/** How the work ended, and if it went on, why. */
export function ClosingPart({ subject, closings, closed }: { subject: CaseSubject; closings: ClosingRecord[]; closed: boolean }) {
  const { t } = useTranslation('sessions');
  const may = useCan('casework.write') && !closed && closings.every(({ header }) => header.state !== 'draft');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Section
      title={t('part.closing')}
      aside={
        may && (
          <Button size="small" component={Link} to={work.form(subject, 'closing')}>
            {t('closing.write')}
          </Button>
        )
      }
    >
      {closings.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('closing.none')}
        </Typography>
      )}
      {closings.map((closing) => (
        <Closing
          key={closing.header.id}
          closing={closing}
          onReopen={() => {
            setOpen(closing.header.id);
          }}
        />
      ))}
      {open && (
        <ReopenDialog
          id={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </Section>
  );
}
