import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../../shared/contract/api';
import { ownPasswordField } from '../../../app/session/new-password';
import { PasswordField } from '../../../app/session/password-input';
import { useFormat } from '../../../lib/format';
import { useAct, useAsk } from '../../../lib/query';
import { ConfirmDialog, DueRow, FormDialog, Rows, Section, TextField, useAppForm, useToast } from '../../../ui';

type Orphan = Output<'clinical.orphans'>[number];
const ALSO = ['sessions', 'interviews', 'assessments', 'extracts'] as const;
const numberOf = (no: number | null): string => (no === null ? '' : String(no).padStart(4, '0'));

/** What was written about children whose files are destroyed or merged; it waits for the last word of a psychologist. */
export function Orphans() {
  const { t } = useTranslation('clinical');
  const rows = useAsk('clinical.orphans', {}).data ?? [];
  const [asking, setAsking] = useState<Orphan | null>(null);
  const close = () => {
    setAsking(null);
  };
  if (rows.length === 0) return null;
  return (
    <Section title={t('orphan.title')} count={rows.length}>
      <Rows>
        {rows.map((orphan) => (
          <OrphanRow
            key={orphan.subject.id}
            orphan={orphan}
            onAsk={() => {
              setAsking(orphan);
            }}
          />
        ))}
      </Rows>
      {asking?.how === 'erased' && <DestroyDialog orphan={asking} onClose={close} />}
      {asking?.how === 'merged' && <FollowDialog orphan={asking} onClose={close} />}
    </Section>
  );
}

function OrphanRow({ orphan, onAsk }: { orphan: Orphan; onAsk: () => void }) {
  const { t } = useTranslation('clinical');
  const format = useFormat();
  const key = orphan.subject.kind === 'pair' ? 'pairGone' : orphan.how;
  return (
    <DueRow
      when={orphan.at ? format.short(orphan.at) : ''}
      title={<span data-private>{t(`today.${key}`, { no: numberOf(orphan.no), name: orphan.intoName ?? '' })}</span>}
      reason={t('today.remains', { count: orphan.count })}
      action={
        <Button variant="outlined" size="small" color={orphan.how === 'erased' ? 'error' : 'primary'} onClick={onAsk}>
          {t(`orphan.${orphan.how}.action`)}
        </Button>
      }
    />
  );
}

interface Asked {
  orphan: Orphan;
  onClose: () => void;
}

const Destroy = z.object({ reason: z.string().trim().min(1, { error: 'FIELD.REQUIRED' }).max(500), password: z.string().min(1).max(512) });

function DestroyDialog({ orphan, onClose }: Asked) {
  const { t } = useTranslation('clinical');
  const toast = useToast();
  const destroy = useAct('clinical.destroyOrphans', ALSO);
  const form = useAppForm(
    Destroy,
    useMemo(() => ({ reason: '', password: '' }), []),
  );
  return (
    <FormDialog
      open
      dangerous
      form={form}
      fieldOfCode={ownPasswordField}
      title={t('orphan.erased.title')}
      intro={t('orphan.erased.intro', { count: orphan.count })}
      saveLabel={t('orphan.erased.save')}
      onClose={onClose}
      onSave={async (values) => {
        const { records } = await destroy.mutateAsync({ subject: orphan.subject, ...values });
        toast.show(t('orphan.erased.done', { count: records }));
      }}
    >
      <TextField name="reason" label={t('orphan.reason')} help={t('orphan.reasonHelp')} span={12} autoFocus />
      <PasswordField name="password" label={t('orphan.password')} fresh={false} span={12} />
    </FormDialog>
  );
}

function FollowDialog({ orphan, onClose }: Asked) {
  const { t } = useTranslation('clinical');
  const toast = useToast();
  const follow = useAct('clinical.followMerge', ALSO);
  return (
    <ConfirmDialog
      open
      dangerous={false}
      question={t('orphan.merged.title', { name: orphan.intoName ?? '' })}
      consequence={t('orphan.merged.intro', { count: orphan.count })}
      confirm={t('orphan.merged.action')}
      onCancel={onClose}
      onConfirm={async () => {
        const { records } = await follow.mutateAsync({ subject: orphan.subject });
        toast.show(t('orphan.merged.done', { count: records }));
        onClose();
      }}
    />
  );
}
