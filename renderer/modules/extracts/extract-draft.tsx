import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Path } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RECIPIENTS, ExtractFields, type ExtractDraft } from '../../../shared/modules/extracts/extracts.model';
import { wrongExtract } from '../../../shared/modules/extracts/extracts.rules';
import { today, useFormat } from '../../lib/format';
import { useAct } from '../../lib/query';
import { useShortcut } from '../../lib/use-shortcut';
import { Banner, ConfirmDialog, useAppForm, useToast, type AppForm } from '../../ui';
import { LeaveGuard } from '../../ui/form/leave-guard';
import { Conflicts, Kept } from './components/desk';
import { ExtractDesk } from './components/extract-desk';
import { RecordChip } from './components/looks';
import { SignSteps } from './components/sign-steps';
import type { ExtractValues } from './extract-form';
import { extractPaths } from './extracts-paths';
import { useAutosave } from './use-autosave';

type Form = AppForm<ExtractValues, ExtractFields>;

/** Points at what is still missing; true when nothing is. */
export function pointAtWrong(form: Form): boolean {
  const wrong = wrongExtract(form.getValues() as ExtractFields, today());
  wrong.forEach(({ path, code }, index) => {
    form.setError(path as Path<ExtractValues>, { type: 'rule', message: code }, { shouldFocus: index === 0 });
  });
  return wrong.length === 0;
}

function useShownValue(): (value: unknown, field: string) => string {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  return (value, field) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('nothing');
    if (field === 'recipients')
      return RECIPIENTS.filter((role) => (value as string[]).includes(role))
        .map((role) => t(`reader.${role}`))
        .join(', ');
    if (field === 'validUntil') return format.date(value as string);
    if (field === 'recommendation' || field === 'purpose' || field === 'language') return t(`${field}.${value as string}`);
    return value as string;
  };
}

function Asked({
  form,
  id,
  asked,
  replaces,
  onClose,
}: {
  form: Form;
  id: string;
  asked: 'sign' | 'discard' | null;
  replaces: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('extracts');
  const toast = useToast();
  const navigate = useNavigate();
  const sign = useAct('extracts.sign', ['documents', 'mentorships']);
  const discard = useAct('extracts.discard');
  return (
    <>
      <ConfirmDialog
        open={asked === 'sign'}
        dangerous={false}
        question={t('sign.question')}
        consequence={<SignSteps recipients={form.getValues('recipients')} replaces={replaces} />}
        confirm={t('sign.confirm')}
        cancel={t('sign.notYet')}
        onCancel={onClose}
        onConfirm={async () => {
          const { number } = await sign.mutateAsync({ id: id });
          onClose();
          toast.show(t('sign.done', { number: number ?? '' }));
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

/** A draft at its desk: it keeps itself, and says what the signature will do before it is given. */
export function ExtractDraftDesk({ draft }: { draft: ExtractDraft }) {
  const { t } = useTranslation('extracts');
  const { header } = draft;
  const [opened] = useState(draft.fields);
  const form = useAppForm<ExtractValues, ExtractFields>(ExtractFields, opened);
  const kept = useAutosave({
    id: header.id,
    form: form as never,
    shape: ExtractFields.shape,
    stored: draft.fields,
    read: 'extracts.draft',
    change: 'extracts.change',
  });
  const [asked, setAsked] = useState<'sign' | 'discard' | null>(null);
  const show = useShownValue();
  const flush = () => {
    void kept.flush().catch(() => undefined);
  };
  useShortcut('ctrl+s', flush);
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
  return (
    <>
      <LeaveGuard when={() => asked !== 'discard' && kept.unsaved()} draftKept={kept.conflicts.length > 0} />
      <ExtractDesk
        form={form}
        subject={header.subject}
        subjectName={header.subjectName}
        authorName={header.authorName}
        title={<span data-private>{t('new.extractAbout', { name: header.subjectName || t('unnamed') })}</span>}
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
        notice={
          <>
            <Conflicts conflicts={kept.conflicts} labelOf={(field) => t(`field.${field}`)} show={show} onResolve={kept.settle} />
            {draft.replaces !== null && <Banner tone="info" title={t('replacing')} />}
          </>
        }
      />
      <Asked
        form={form}
        id={header.id}
        asked={asked}
        replaces={draft.replaces !== null}
        onClose={() => {
          setAsked(null);
        }}
      />
    </>
  );
}
