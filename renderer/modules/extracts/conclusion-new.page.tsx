import Button from '@mui/material/Button';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { RowId } from '../../../shared/kernel/ids';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import { ConclusionFields, ExtractSubject } from '../../../shared/modules/extracts/extracts.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useErrorText } from '../../lib/error-text';
import { newId } from '../../lib/new-id';
import { paths } from '../../lib/paths';
import { useAct, useAsk } from '../../lib/query';
import { useDraft } from '../../lib/use-draft';
import { useShortcut } from '../../lib/use-shortcut';
import { EmptyState, Page, useAppForm, useSubmit } from '../../ui';
import { LeaveGuard } from '../../ui/form/leave-guard';
import { ConclusionDesk } from './components/conclusion-desk';
import { Kept } from './components/desk';
import { newConclusion, type ConclusionKind, type ConclusionValues } from './conclusion-form';
import { extractPaths } from './extracts-paths';

/** A new conclusion: on a candidate or on a pair, and on nobody else. */
export function ConclusionNewPage() {
  const { t } = useTranslation('extracts');
  const [query] = useSearchParams();
  const subject = ExtractSubject.safeParse({ kind: query.get('kind'), id: query.get('id') });
  if (!subject.success || subject.data.kind === 'child')
    return (
      <Page>
        <EmptyState title={t('noSubject')} />
      </Page>
    );
  return <NewConclusion key={query.toString()} subject={subject.data} kind={subject.data.kind === 'pair' ? 'pair' : 'candidate'} />;
}

function useKeep(subject: Subject, kind: ConclusionKind) {
  const navigate = useNavigate();
  const [id] = useState(() => newId(RowId));
  const [blank] = useState(newConclusion);
  const start = useAct('extracts.startConclusion');
  const form = useAppForm<ConclusionValues, ConclusionFields>(ConclusionFields, blank);
  const draft = useDraft(`clinical/conclusions/new/${subject.kind}/${subject.id}`, form);
  const { submit, busy, error } = useSubmit(form, (fields) => start.mutateAsync({ id, subject: subject, kind, fields }));
  const leaving = useRef(false);
  const keep = useCallback(async () => {
    if (!(await submit())) return;
    leaving.current = true;
    await draft.forget();
    void navigate(paths.clinicalRecord('conclusion', id), { replace: true });
  }, [draft, id, navigate, submit]);
  const unsaved = useCallback(() => form.formState.isDirty && !leaving.current, [form]);
  return { form, draft, keep, busy, error, unsaved };
}

function NewConclusion({ subject, kind }: { subject: Subject; kind: ConclusionKind }) {
  const { t } = useTranslation('extracts');
  const sentence = useErrorText();
  const card = useAsk('clinical.subject', { subject });
  const { form, draft, keep, busy, error, unsaved } = useKeep(subject, kind);
  const name = card.data?.name ?? '';
  usePsychologyCrumbs(useMemo(() => [{ label: t('tab'), to: extractPaths.list() }, { label: name || t('new.conclusion') }], [t, name]));
  // The proxy of react-hook-form tells of changes only to whoever has asked.
  const dirty = form.formState.isDirty;
  useShortcut('ctrl+s', () => {
    void keep();
  });
  return (
    <Page flush>
      <LeaveGuard when={unsaved} draftKept />
      <ConclusionDesk
        form={form}
        kind={kind}
        subject={subject}
        title={<span data-private>{t('new.conclusionAbout', { name })}</span>}
        meta={<Kept savedAt={dirty ? draft.savedAt : null} failed={null} wrong={error === null ? undefined : sentence(error)} />}
        actions={
          <>
            {draft.restoredAt !== null && <Button onClick={draft.discard}>{t('new.fromStart')}</Button>}
            <Button
              variant="contained"
              disabled={busy}
              onClick={() => {
                void keep();
              }}
            >
              {t('new.keep')}
            </Button>
          </>
        }
      />
    </Page>
  );
}
