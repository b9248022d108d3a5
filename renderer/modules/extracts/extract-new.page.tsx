import Button from '@mui/material/Button';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { RowId } from '../../../shared/kernel/ids';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import { ExtractFields, ExtractSubject } from '../../../shared/modules/extracts/extracts.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { newId } from '../../lib/new-id';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { useAct, useAsk } from '../../lib/query';
import { useDraft } from '../../lib/use-draft';
import { useErrorText } from '../../lib/error-text';
import { useShortcut } from '../../lib/use-shortcut';
import { Answer, Banner, EmptyState, Page, useAppForm, useSubmit } from '../../ui';
import { LeaveGuard } from '../../ui/form/leave-guard';
import { Kept } from './components/desk';
import { ExtractDesk } from './components/extract-desk';
import { newExtract, type ExtractValues } from './extract-form';
import { extractPaths } from './extracts-paths';

interface Ask {
  subject: Subject;
  replaces: string | null;
  from: string | null;
}

/** A new extract about one person or pair. Until it is first kept, what is typed lies among the vault's drafts. */
export function ExtractNewPage() {
  const { t } = useTranslation('extracts');
  const [query] = useSearchParams();
  const subject = ExtractSubject.safeParse({ kind: query.get('kind'), id: query.get('id') });
  if (!subject.success)
    return (
      <Page>
        <EmptyState title={t('noSubject')} />
      </Page>
    );
  return <Prepared key={query.toString()} subject={subject.data} replaces={query.get('replaces')} from={query.get('from')} />;
}

/** The form opens once everything it begins with is known: the replaced text, the conclusion's recommendation. */
function Prepared(ask: Ask) {
  const former = useAsk('extracts.draft', { id: ask.replaces ?? '' }, { enabled: ask.replaces !== null });
  const conclusion = useAsk('extracts.conclusion', { id: ask.from ?? '' }, { enabled: ask.from !== null });
  const blank = newExtract(ask.subject);
  const waiting = ask.replaces !== null ? former : ask.from !== null ? conclusion : null;
  if (waiting && !waiting.data)
    return (
      <Page>
        <Answer of={waiting}>{() => null}</Answer>
      </Page>
    );
  const taken =
    conclusion.data && ask.from !== null
      ? { recommendation: conclusion.data.fields.recommendation, validUntil: conclusion.data.fields.validUntil }
      : {};
  return (
    <NewExtract
      {...ask}
      initial={former.data && ask.replaces !== null ? former.data.fields : { ...blank, ...taken }}
      number={former.data?.number ?? ''}
    />
  );
}

function useKeep({ subject, replaces, initial }: Ask & { initial: ExtractFields }) {
  const navigate = useNavigate();
  const [id] = useState(() => newId(RowId));
  const start = useAct('extracts.start');
  const form = useAppForm<ExtractValues, ExtractFields>(ExtractFields, initial);
  const draft = useDraft(`clinical/extracts/new/${subject.kind}/${subject.id}${replaces ? `/${replaces}` : ''}`, form);
  const { submit, busy, error } = useSubmit(form, (fields) => start.mutateAsync({ id, subject: subject, fields, replaces: replaces }));
  const leaving = useRef(false);
  const keep = useCallback(async () => {
    if (!(await submit())) return;
    leaving.current = true;
    await draft.forget();
    void navigate(paths.clinicalRecord('extract', id), { replace: true });
  }, [draft, id, navigate, submit]);
  const unsaved = useCallback(() => form.formState.isDirty && !leaving.current, [form]);
  return { form, draft, keep, busy, error, unsaved };
}

function NewExtract({ initial, number, ...ask }: Ask & { initial: ExtractFields; number: string }) {
  const { t } = useTranslation('extracts');
  const { name: author } = useProfile();
  const sentence = useErrorText();
  const card = useAsk('clinical.subject', { subject: ask.subject });
  const { form, draft, keep, busy, error, unsaved } = useKeep({ ...ask, initial });
  const name = card.data?.name ?? '';
  usePsychologyCrumbs(useMemo(() => [{ label: t('tab'), to: extractPaths.list() }, { label: name || t('new.extract') }], [t, name]));
  // The proxy of react-hook-form tells of changes only to whoever has asked.
  const dirty = form.formState.isDirty;
  useShortcut('ctrl+s', () => {
    void keep();
  });
  return (
    <Page flush>
      <LeaveGuard when={unsaved} draftKept />
      <ExtractDesk
        form={form}
        subject={ask.subject}
        subjectName={name}
        authorName={author}
        from={ask.from}
        title={<span data-private>{t('new.extractAbout', { name })}</span>}
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
        notice={ask.replaces !== null && <Banner tone="info" title={t('new.replacing', { number })} />}
      />
    </Page>
  );
}
