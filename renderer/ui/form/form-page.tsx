import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback, useRef, type ReactNode } from 'react';
import { FormProvider, get, useFormState, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text';
import { useFormat } from '../../lib/format';
import { useDraft } from '../../lib/use-draft';
import { useShortcut } from '../../lib/use-shortcut';
import { ConflictPanel } from './conflict-panel';
import { FormContents, type FormSectionInfo } from './form-contents';
import { LeaveGuard } from './leave-guard';
import type { AppForm } from './use-app-form';
import { useSubmit, type Save } from './use-submit';

interface FormPageProps<I extends FieldValues, O extends FieldValues> {
  form: AppForm<I, O>;
  title: ReactNode;
  intro?: ReactNode;
  /** The contents list; `fields` lets it mark a section that holds an error. */
  sections: readonly FormSectionInfo[];
  /** Throw to keep the person on the form; the error finds its field. Called once for however many presses. */
  onSave: Save<I, O>;
  /** After a save: go where the record is shown. */
  onDone: () => void;
  onCancel: () => void;
  saveLabel?: string;
  /** Keeps a draft under this key, e.g. `children/new` or `children/<id>`. */
  draftKey: string;
  fieldLabel?: (field: string) => string;
  fieldValue?: (value: unknown, field: string) => ReactNode;
  /** Above the fields: people who may be the same, a warning of a rule. */
  notice?: ReactNode;
  children: ReactNode;
}

/** A whole form: contents at the left, sections, a bar to save at the foot. Ctrl+S saves, Esc leaves (and asks). */
export function FormPage<I extends FieldValues, O extends FieldValues>({
  form,
  title,
  intro,
  sections,
  onSave,
  onDone,
  onCancel,
  saveLabel,
  draftKey,
  fieldLabel,
  fieldValue,
  notice,
  children,
}: FormPageProps<I, O>) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const draft = useDraft(draftKey, form);
  const { submit, busy, error, conflicts, resolve } = useSubmit(form, onSave);
  const { errors, isDirty } = useFormState({ control: form.control });
  const leaving = useRef(false);
  const save = useCallback(async () => {
    if (!(await submit())) return;
    leaving.current = true;
    await draft.forget();
    onDone();
  }, [submit, draft, onDone]);
  useShortcut('ctrl+s', () => {
    void save();
  });
  useShortcut('escape', () => {
    if (!document.querySelector('.MuiDialog-root, .MuiPopover-root')) onCancel();
  });
  const unsaved = useCallback(() => form.formState.isDirty && !leaving.current, [form]);
  return (
    <FormProvider {...form}>
      <LeaveGuard when={unsaved} draftKept />
      <Box
        component="form"
        noValidate
        aria-label={typeof title === 'string' ? title : undefined}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}
      >
        <Box
          sx={{
            flex: 1,
            minHeight: 0,
            overflow: 'auto',
            px: 4,
            pt: 2.5,
            display: 'grid',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '188px minmax(0, 760px)' },
            columnGap: 5,
            alignContent: 'start',
          }}
        >
          <Typography variant="h1" sx={{ gridColumn: '1 / -1', mb: intro ? 0.5 : 2 }}>
            {title}
          </Typography>
          {intro && <Typography sx={{ gridColumn: '1 / -1', color: 'text.secondary', mb: 2, maxWidth: 720 }}>{intro}</Typography>}
          <FormContents sections={sections} hasError={(field) => get(errors, field) !== undefined} />
          <Box sx={{ pb: 6, minWidth: 0 }}>
            {draft.restoredAt !== null && (
              <Box role="status" sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1.5, color: 'text.secondary', fontSize: 13 }}>
                <span>{t('draft.restored', { when: format.dateTime(draft.restoredAt) })}</span>
                <Button size="small" onClick={draft.discard}>
                  {t('draft.discard')}
                </Button>
              </Box>
            )}
            {conflicts.length > 0 && (
              <ConflictPanel
                conflicts={conflicts}
                labelOf={fieldLabel ?? ((field) => field)}
                {...(fieldValue ? { show: fieldValue } : {})}
                onResolve={(choices) => {
                  resolve(choices);
                  void save();
                }}
              />
            )}
            {notice}
            {children}
          </Box>
        </Box>
        <SaveBar
          busy={busy}
          error={error}
          problems={Object.keys(errors).length}
          dirty={isDirty}
          savedAt={draft.savedAt}
          label={saveLabel ?? t('form.save')}
          onCancel={onCancel}
        />
      </Box>
    </FormProvider>
  );
}

function SaveBar({
  busy,
  error,
  problems,
  dirty,
  savedAt,
  label,
  onCancel,
}: {
  busy: boolean;
  error: unknown;
  problems: number;
  dirty: boolean;
  savedAt: string | null;
  label: string;
  onCancel: () => void;
}) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const sentence = useErrorText();
  const note = () => {
    if (error !== null)
      return (
        <Typography role="alert" variant="body2" sx={{ color: 'error.main' }}>
          {sentence(error)} {t('form.kept')}
        </Typography>
      );
    if (problems > 0)
      return (
        <Typography role="status" variant="body2" sx={{ color: 'error.main' }}>
          {t('form.problems', { count: problems })}
        </Typography>
      );
    if (dirty && savedAt)
      return (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('draft.saved', { time: format.time(savedAt) })}
        </Typography>
      );
    return null;
  };
  return (
    <Box sx={{ flex: 'none', borderTop: 1, borderColor: 'divider', px: 4, py: 1.75, display: 'flex', gap: 1.5, alignItems: 'center' }}>
      <Button type="submit" variant="contained" disabled={busy} aria-keyshortcuts="Control+S">
        {busy ? t('form.saving') : label}
      </Button>
      <Button variant="outlined" onClick={onCancel}>
        {t('form.cancel')}
      </Button>
      {note()}
    </Box>
  );
}
