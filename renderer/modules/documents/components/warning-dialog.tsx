import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { line } from '../../../../shared/kernel/text';
import { useAct } from '../../../lib/query';
import { FormDialog, TextField, useAppForm, useToast } from '../../../ui';
import type { Draft } from '../contract.page';
import { useGateWords, type GateLine } from '../gate-words';

const Schema = z.object({ reason: line(1000) });

/** Why the contract is issued although the rules advise against it. The reason stays with the document; empty takes it back. */
export function WarningDialog({ draft, item, onClose }: { draft: Draft; item: GateLine; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const words = useGateWords();
  const toast = useToast();
  const accept = useAct('documents.acceptWarning');
  const form = useAppForm(Schema, { reason: draft.warningReasons[item.key] ?? '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('warning.title')}
      intro={
        <>
          {words.title(item)}
          {': '}
          {words.reason(item)} {t('warning.intro')}
        </>
      }
      saveLabel={t('warning.record')}
      onClose={onClose}
      onSave={async ({ reason }) => {
        await accept.mutateAsync({ id: draft.id, key: item.key, reason });
        toast.show(t(reason === '' ? 'warning.withdrawn' : 'warning.recorded'));
      }}
    >
      <TextField name="reason" label={t('reason')} span={12} autoFocus placeholder={t('warning.example')} />
    </FormDialog>
  );
}
