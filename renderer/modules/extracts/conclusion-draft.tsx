import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Path } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ConclusionFields, type Conclusion } from '../../../shared/modules/extracts/extracts.model';
import { wrongConclusion } from '../../../shared/modules/extracts/extracts.rules';
import { today, useFormat } from '../../lib/format';
import { useAct } from '../../lib/query';
import { useShortcut } from '../../lib/use-shortcut';
import { ConfirmDialog, useAppForm, useToast, type AppForm } from '../../ui';
import { LeaveGuard } from '../../ui/form/leave-guard';
import { ConclusionDesk } from './components/conclusion-desk';
import { Conflicts, Kept } from './components/desk';
import { RecordChip } from './components/looks';
import type { ConclusionValues } from './conclusion-form';
import { extractPaths } from './extracts-paths';
import type { Method } from './method-of';
import { useAutosave } from './use-autosave';

type Form = AppForm<ConclusionValues, ConclusionFields>;

function pointAtWrong(form: Form): boolean {
  const wrong = wrongConclusion(form.getValues() as ConclusionFields, today());
  wrong.forEach(({ path, code }, index) => {
    form.setError(path as Path<ConclusionValues>, { type: 'rule', message: code }, { shouldFocus: index === 0 });
  });
  return wrong.length === 0;
}

function useShownValue(): (value: unknown, field: string) => string {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  return (value, field) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('nothing');
    if (field === 'methods')
      return (value as Method[]).map(({ name, version }) => [name, version].filter((part) => part !== '').join(', ')).join('; ');
    if (field === 'validUntil') return format.date(value as string);
    return field === 'recommendation' ? t(`recommendation.${value as string}`) : (value as string);
  };
}

function Asked({ id, asked, onClose }: { id: string; asked: 'sign' | 'discard' | null; onClose: () => void }) {
  const { t } = useTranslation('extracts');
  const toast = useToast();
  const navigate = useNavigate();
  const sign = useAct('extracts.signConclusion');
  const discard = useAct('extracts.discard');
  return (
    <>
      <ConfirmDialog
        open={asked === 'sign'}
        dangerous={false}
        question={t('sign.conclusion')}
        consequence={t('sign.conclusionText')}
        confirm={t('sign.confirm')}
        cancel={t('sign.notYet')}
        onCancel={onClose}
        onConfirm={async () => {
          const { number } = await sign.mutateAsync({ id: id });
          onClose();
          toast.show(t('sign.conclusionDone', { number: number ?? '' }));
        }}
      />
      <ConfirmDialog
        open={asked === 'discard'}
        question={t('discard.question')}
        consequence={t('discard.text')}
        confirm={t('discard.confirm')}
        onCancel={onClose}
        onConfirm={async () => {
          await discard.mutateAsync({ id: id });
          toast.show(t('discard.done'));
          void navigate(extractPaths.list(), { replace: true });
        }}
      />
    </>
  );
}

export function ConclusionDraftDesk({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTranslation('extracts');
  const { header, kind } = conclusion;
  const [opened] = useState(conclusion.fields);
  const form = useAppForm<ConclusionValues, ConclusionFields>(ConclusionFields, opened);
  const kept = useAutosave({
    id: header.id,
    form: form as never,
    shape: ConclusionFields.shape,
    stored: conclusion.fields,
    read: 'extracts.conclusion',
    change: 'extracts.changeConclusion',
  });
  const [asked, setAsked] = useState<'sign' | 'discard' | null>(null);
  const show = useShownValue();
  useShortcut('ctrl+s', () => {
    void kept.flush().catch(() => undefined);
  });
  const sign = async () => {
    const valid = await form.trigger();
    if (!valid || !pointAtWrong(form)) return;
    await kept.flush().then(
      () => {
        if (!kept.unsaved()) setAsked('sign');
      },
      () => undefined,
    );
  };
  const labelOf = (field: string) => t(field === 'validUntil' && kind === 'pair' ? 'field.review' : `field.${field}`);
  return (
    <>
      <LeaveGuard when={() => asked !== 'discard' && kept.unsaved()} draftKept={kept.conflicts.length > 0} />
      <ConclusionDesk
        form={form}
        kind={kind}
        subject={header.subject}
        title={<span data-private>{t('new.conclusionAbout', { name: header.subjectName || t('unnamed') })}</span>}
        status={<RecordChip state="draft" plain={false} />}
        meta={<Kept savedAt={kept.savedAt} failed={kept.failed} />}
        actions={
          <>
            <Button
              onClick={() => {
                setAsked('discard');
              }}
            >
              {t('discard.confirm')}
            </Button>
            <Button variant="contained" disabled={kept.conflicts.length > 0} onClick={() => void sign()}>
              {t('sign.confirm')}
            </Button>
          </>
        }
        notice={<Conflicts conflicts={kept.conflicts} labelOf={labelOf} show={show} onResolve={kept.settle} />}
      />
      <Asked
        id={header.id}
        asked={asked}
        onClose={() => {
          setAsked(null);
        }}
      />
    </>
  );
}
