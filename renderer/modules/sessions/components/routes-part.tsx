import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { RowId } from '../../../../shared/kernel/ids';
import { ROUTE_BASES, ROUTE_WAYS, RouteAnswer, RouteFields, type RouteRow } from '../../../../shared/modules/sessions/casework.model';
import { today, timeOf, useFormat } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useCan, useProfile } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { useDraft } from '../../../lib/use-draft';
import { DateField, FormDialog, Section, SelectField, TextAreaField, TextField, useAppForm } from '../../../ui';

export type RouteOf = 'session' | 'disclosure';

export const emptyRoute = (decidedBy: string): z.input<typeof RouteFields> => ({
  toWhom: '',
  post: '',
  way: 'in-person',
  onDate: today(),
  atTime: timeOf(new Date()),
  basisKind: 'law',
  basis: '',
  decidedBy,
  action: '',
});

/** Whom, when, how, on what ground, by whose decision, and what was done. `prefix` places the same fields inside a longer form. */
export function RouteInputs({ prefix = '' }: { prefix?: string }) {
  const { t } = useTranslation('sessions');
  const options = (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <>
      <TextField name={`${prefix}toWhom`} label={t('route.toWhom')} span={6} />
      <TextField name={`${prefix}post`} label={t('route.post')} span={6} />
      <DateField name={`${prefix}onDate`} label={t('field.onDate')} span={4} />
      <TextField name={`${prefix}atTime`} label={t('field.atTime')} span={3} inputMode="numeric" maxLength={5} />
      <SelectField name={`${prefix}way`} label={t('route.way')} options={options(ROUTE_WAYS, 'way')} span={5} />
      <SelectField name={`${prefix}basisKind`} label={t('route.basisKind')} options={options(ROUTE_BASES, 'basis')} span={6} />
      <TextField name={`${prefix}decidedBy`} label={t('route.decidedBy')} span={6} />
      <TextAreaField name={`${prefix}basis`} label={t('route.basis')} help={t('route.basisHelp')} rows={2} />
      <TextAreaField name={`${prefix}action`} label={t('route.action')} help={t('route.actionHelp')} rows={2} />
    </>
  );
}

function RouteDialog({ recordId, kind, onClose }: { recordId: string; kind: RouteOf; onClose: () => void }) {
  const { t } = useTranslation('sessions');
  const { name } = useProfile();
  const [rowId] = useState(() => newId(RowId));
  const add = useAct('sessions.addRoute');
  const form = useAppForm<z.input<typeof RouteFields>, RouteFields>(RouteFields, emptyRoute(name));
  const draft = useDraft(`clinical/route/${recordId}`, form);
  return (
    <FormDialog
      open
      wide
      form={form}
      title={t(`route.title.${kind}`)}
      intro={t('route.intro')}
      onClose={onClose}
      onSave={async (fields) => {
        await add.mutateAsync({ id: recordId, rowId, fields });
        await draft.forget();
      }}
    >
      <RouteInputs />
    </FormDialog>
  );
}

function AnswerDialog({ recordId, rowId, onClose }: { recordId: string; rowId: RowId; onClose: () => void }) {
  const { t } = useTranslation('sessions');
  const answer = useAct('sessions.answerRoute');
  const form = useAppForm<z.input<typeof RouteAnswer>, RouteAnswer>(RouteAnswer, { text: '', onDate: today() });
  const draft = useDraft(`clinical/answer/${rowId}`, form);
  return (
    <FormDialog
      open
      form={form}
      title={t('route.answerTitle')}
      intro={t('route.answerIntro')}
      onClose={onClose}
      onSave={async (values) => {
        await answer.mutateAsync({ id: recordId, rowId, answer: values });
        await draft.forget();
      }}
    >
      <DateField name="onDate" label={t('field.onDate')} span={6} />
      <TextAreaField name="text" label={t('route.answer')} rows={4} />
    </FormDialog>
  );
}

function Route({ route, onAnswer }: { route: RouteRow; onAnswer: (() => void) | null }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const { fields, answer } = route;
  const lines = [
    fields.basis.trim() === '' ? '' : `${t(`basis.${fields.basisKind}`)}: ${fields.basis}`,
    fields.decidedBy === '' ? '' : t('route.decided', { name: fields.decidedBy }),
    fields.action.trim() === '' ? '' : t('route.done', { text: fields.action }),
  ].filter((line) => line !== '');
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1.25 }}>
      <Typography data-private sx={{ fontWeight: 500 }}>
        {fields.post === '' ? fields.toWhom : `${fields.toWhom}, ${fields.post}`}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('route.when', { date: format.date(fields.onDate), time: fields.atTime, way: t(`way.${fields.way}`), name: route.authorName })}
      </Typography>
      {lines.map((line) => (
        <Typography key={line} data-private sx={{ whiteSpace: 'pre-line', maxWidth: 760 }}>
          {line}
        </Typography>
      ))}
      {answer ? (
        <Typography data-private sx={{ whiteSpace: 'pre-line', maxWidth: 760, mt: 0.5 }}>
          {t('route.answered', { date: format.date(answer.onDate), text: answer.text })}
        </Typography>
      ) : (
        onAnswer && (
          <Button size="small" sx={{ ml: -1 }} onClick={onAnswer}>
            {t('route.writeAnswer')}
          </Button>
        )
      )}
    </Box>
  );
}

/** To whom it was told, in order; each with its answer. */
export function RoutesPart({ recordId, kind, routes, closed }: { recordId: string; kind: RouteOf; routes: RouteRow[]; closed: boolean }) {
  const { t } = useTranslation('sessions');
  const may = useCan('casework.write') && !closed;
  const [open, setOpen] = useState<'route' | RowId | null>(null);
  const close = () => {
    setOpen(null);
  };
  return (
    <Section
      title={t('route.list')}
      aside={
        may && (
          <Button
            size="small"
            variant={routes.length === 0 ? 'contained' : 'text'}
            onClick={() => {
              setOpen('route');
            }}
          >
            {t(`route.add.${kind}`)}
          </Button>
        )
      }
    >
      {routes.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('route.nobody')}
        </Typography>
      ) : (
        <Box component="ol">
          {routes.map((route) => (
            <Route
              key={route.id}
              route={route}
              onAnswer={
                may
                  ? () => {
                      setOpen(route.id);
                    }
                  : null
              }
            />
          ))}
        </Box>
      )}
      {open === 'route' && <RouteDialog recordId={recordId} kind={kind} onClose={close} />}
      {open !== null && open !== 'route' && <AnswerDialog recordId={recordId} rowId={open} onClose={close} />}
    </Section>
  );
}
