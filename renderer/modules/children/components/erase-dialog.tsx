import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { requiredLine } from '../../../../shared/kernel/text';
import { paths } from '../../../lib/paths';
import { useAct, useAsk } from '../../../lib/query';
import { FormDialog, GateList, TextField, useAppForm, useToast } from '../../../ui';
import type { Child } from '../child.page';
import { saveBytes } from '../save-bytes';

const Schema = z.object({ basis: requiredLine(500), secondPerson: requiredLine(120), confirmCode: requiredLine(20) });

/** The person goes for good; what goes and what stays is said first, and the act is handed over at once. */
export function EraseDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const { t } = useTranslation('children');
  const navigate = useNavigate();
  const toast = useToast();
  const preview = useAsk('children.erasePreview', { id: child.id }).data;
  const erase = useAct('children.erase', ['mentorships', 'documents']);
  const form = useAppForm(Schema, { basis: '', secondPerson: '', confirmCode: '' });
  const goes = Object.entries(preview?.goes ?? {})
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${t(`moves.${kind}`)}: ${String(count)}`)
    .join('; ');
  const intro = (
    <>
      <Typography>{t('erase.goes', { list: goes === '' ? t('erase.onlyCard') : goes })}</Typography>
      {preview && preview.stays.length > 0 && <Typography>{t('erase.stays')}</Typography>}
      <Typography>{t('erase.act')}</Typography>
      {preview && preview.blockers.length > 0 && (
        <GateList items={preview.blockers.map((blocker) => ({ id: blocker.code, title: t(`errors.${blocker.code}`) }))} />
      )}
    </>
  );
  return (
    <FormDialog
      open
      form={form}
      dangerous
      title={t('erase.title', { code: child.code })}
      intro={intro}
      saveLabel={t('erase.go')}
      onClose={onClose}
      onSave={async (values) => {
        const act = await erase.mutateAsync({ id: child.id, ...values });
        saveBytes(act.pdf, act.fileName, 'application/pdf');
        toast.show(t('erase.done', { number: act.actNumber }));
        await navigate(paths.children());
      }}
    >
      <TextField name="basis" label={t('erase.basis')} placeholder={t('erase.basisExample')} span={12} />
      <TextField name="secondPerson" label={t('erase.second')} help={t('erase.secondHelp')} span={6} />
      <TextField name="confirmCode" label={t('erase.code', { code: child.code })} span={6} />
    </FormDialog>
  );
}
