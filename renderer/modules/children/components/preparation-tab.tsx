import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { PlainDate } from '../../../../shared/kernel/plain-date';
import { requiredLine } from '../../../../shared/kernel/text';
import { canMove } from '../../../../shared/modules/children/children.workflow';
import { today, useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { useCan } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import {
  DateField,
  DueRow,
  FormDialog,
  GateList,
  RadioField,
  Rows,
  Section,
  StatusChip,
  TextAreaField,
  TextField,
  useAppForm,
  useToast,
} from '../../../ui';
import type { Child } from '../child.page';

type Step = Child['steps'][number];

const Done = z.object({ on: PlainDate, note: z.string().max(2000), decision: z.enum(['agrees', 'refuses']).nullable() });
const Undo = z.object({ reason: requiredLine(500) });

const useStepTitle = () => {
  const { t } = useTranslation('children');
  return (step: Step) => t(`step.${step.code}`, { defaultValue: step.title });
};

function DoneDialog({ child, step, onClose }: { child: Child; step: Step; onClose: () => void }) {
  const { t } = useTranslation('children');
  const title = useStepTitle()(step);
  const complete = useAct('children.completeStep');
  const form = useAppForm(Done, { on: step.doneOn ?? today(), note: step.note, decision: step.decision });
  return (
    <FormDialog
      open
      form={form}
      title={title}
      intro={t(`stepNote.${step.code}`, { defaultValue: '' })}
      onClose={onClose}
      onSave={(values) => complete.mutateAsync({ id: child.id, code: step.code, ...values })}
    >
      {step.code === 'own-consent' && (
        <RadioField
          name="decision"
          label={t('preparation.decision')}
          options={[
            { value: 'agrees', label: t('preparation.agrees') },
            { value: 'refuses', label: t('preparation.refuses') },
          ]}
        />
      )}
      <DateField name="on" label={t('preparation.on')} span={6} />
      <TextAreaField name="note" label={t('preparation.note')} />
    </FormDialog>
  );
}

function UndoDialog({ child, step, onClose }: { child: Child; step: Step; onClose: () => void }) {
  const { t } = useTranslation('children');
  const undo = useAct('children.undoStep');
  const form = useAppForm(Undo, { reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('preparation.undoTitle')}
      onClose={onClose}
      onSave={({ reason }) => undo.mutateAsync({ id: child.id, code: step.code, reason })}
    >
      <TextField name="reason" label={t('move.why')} span={12} autoFocus />
    </FormDialog>
  );
}

function StepRow({ child, step, onDone, onUndo }: { child: Child; step: Step; onDone: () => void; onUndo: () => void }) {
  const { t } = useTranslation('children');
  const format = useFormat();
  const may = useCan('child.prepare') && child.life.state !== 'left';
  const title = useStepTitle()(step);
  const open = step.doneOn === null;
  const reason = open
    ? t(step.required ? 'preparation.required' : 'preparation.optional')
    : [
        step.decision ? t(`preparation.${step.decision}`) : '',
        t('preparation.by', { name: step.doneBy ?? '', date: step.doneOn ? format.date(step.doneOn) : '' }),
        step.note,
      ]
        .filter((part) => part !== '')
        .join('. ');
  const action = (() => {
    if (!may) return null;
    if (step.code === 'wishes')
      return (
        open && (
          <Button variant="outlined" component={Link} to={paths.child(child.id, 'wishes')}>
            {t('action.writeWishes')}
          </Button>
        )
      );
    if (open)
      return (
        <Button variant="outlined" onClick={onDone}>
          {t('preparation.mark')}
        </Button>
      );
    return (
      (child.life.state === 'registered' || child.life.state === 'preparing') && (
        <Button color="inherit" sx={{ color: 'text.secondary' }} onClick={onUndo}>
          {t('preparation.undo')}
        </Button>
      )
    );
  })();
  return (
    <DueRow
      when={
        open ? (
          <StatusChip plain word={t('preparation.open')} />
        ) : (
          <StatusChip
            plain
            tone={step.decision === 'refuses' ? 'alarm' : 'ok'}
            word={t(step.decision === 'refuses' ? 'preparation.refusedWord' : 'preparation.doneWord')}
          />
        )
      }
      title={title}
      reason={reason}
      action={action}
    />
  );
}

/** What stands between the child and the meetings, each line a link to where it is mended. */
function Readiness({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const toast = useToast();
  const mayMove = useCan('child.move');
  const markReady = useAct('children.markReady');
  if (!canMove(child.life.state, 'markReady')) return null;
  const refused = child.whyNotReady.filter((blocker) => blocker.weight === 'refused');
  return (
    <Section title={t('preparation.readiness')} {...(refused.length > 0 ? { count: refused.length } : {})}>
      {refused.length > 0 ? (
        <GateList
          items={refused.map((blocker, index) => ({
            id: `${blocker.code}${String(index)}`,
            title: t(`errors.${blocker.code}`, {
              ...blocker.params,
              step: t(`step.${String(blocker.params['step'] ?? '')}`, { defaultValue: String(blocker.params['title'] ?? '') }),
            }),
            action: (
              <Button variant="outlined" component={Link} to={paths.child(child.id, blocker.section)}>
                {t('preparation.mend')}
              </Button>
            ),
          }))}
        />
      ) : (
        <Button
          variant="contained"
          disabled={!mayMove || markReady.isPending}
          onClick={() => {
            markReady.mutate(
              { id: child.id },
              {
                onSuccess: () => {
                  toast.show(t('done'));
                },
                onError: toast.fail,
              },
            );
          }}
        >
          {t('action.markReady')}
        </Button>
      )}
    </Section>
  );
}

export function PreparationTab({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const [done, setDone] = useState<Step | null>(null);
  const [undo, setUndo] = useState<Step | null>(null);
  return (
    <Box sx={{ maxWidth: 860 }}>
      <Section title={t('preparation.title')} aside={t('preparation.aside')}>
        <Rows>
          {child.steps.map((step) => (
            <StepRow
              key={step.code}
              child={child}
              step={step}
              onDone={() => {
                setDone(step);
              }}
              onUndo={() => {
                setUndo(step);
              }}
            />
          ))}
        </Rows>
      </Section>
      <Readiness child={child} />
      {done && (
        <DoneDialog
          child={child}
          step={done}
          onClose={() => {
            setDone(null);
          }}
        />
      )}
      {undo && (
        <UndoDialog
          child={child}
          step={undo}
          onClose={() => {
            setUndo(null);
          }}
        />
      )}
    </Box>
  );
}
