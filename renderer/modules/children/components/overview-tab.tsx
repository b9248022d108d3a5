import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { requiredLine } from '../../../../shared/kernel/text';
import type { RowId } from '../../../../shared/kernel/ids';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { useCan } from '../../../lib/profile';
import { useAct, useAsk } from '../../../lib/query';
import { Answer, DueRow, EmptyState, FormDialog, Rows, Section, TextField, Timeline, useAppForm, Voice } from '../../../ui';
import type { Child } from '../child.page';
import { eventIcon } from './event-icons';

const Resolve = z.object({ resolution: requiredLine(500) });

function ResolveDialog({ child, rowId, onClose }: { child: Child; rowId: RowId; onClose: () => void }) {
  const { t } = useTranslation('children');
  const resolve = useAct('children.resolveFlag');
  const form = useAppForm(Resolve, { resolution: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('flag.resolve')}
      onClose={onClose}
      onSave={({ resolution }) => resolve.mutateAsync({ id: child.id, rowId, resolution })}
    >
      <TextField name="resolution" label={t('flag.resolution')} span={12} autoFocus />
    </FormDialog>
  );
}

function Flags({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const format = useFormat();
  const mayWrite = useCan('child.write');
  const [resolving, setResolving] = useState<RowId | null>(null);
  const open = child.flags.filter((flag) => flag.resolvedOn === null);
  if (open.length === 0) return null;
  return (
    <Section title={t('flag.open')} count={open.length}>
      <Rows>
        {open.map((flag) => (
          <DueRow
            key={flag.id}
            when={flag.dueOn ? format.relative(flag.dueOn) : t(`flagKind.${flag.kind}`)}
            late={flag.dueOn !== null && format.relative(flag.dueOn) !== '' && flag.dueOn < new Date().toISOString().slice(0, 10)}
            title={flag.text}
            reason={t('flag.raised', { name: flag.raisedBy, date: format.date(flag.raisedOn) })}
            action={
              mayWrite && (
                <Button
                  variant="outlined"
                  onClick={() => {
                    setResolving(flag.id);
                  }}
                >
                  {t('flag.resolve')}
                </Button>
              )
            }
          />
        ))}
      </Rows>
      {resolving && (
        <ResolveDialog
          child={child}
          rowId={resolving}
          onClose={() => {
            setResolving(null);
          }}
        />
      )}
    </Section>
  );
}

function Wishes({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const format = useFormat();
  const mayPrepare = useCan('child.prepare');
  const wish = child.wishes.find((one) => one.confirmed);
  if (!wish)
    return (
      <EmptyState
        title={t('wishes.emptyTitle')}
        actions={
          mayPrepare &&
          child.life.state !== 'left' && (
            <Button variant="outlined" component={Link} to={paths.child(child.id, 'wishes')}>
              {t('action.writeWishes')}
            </Button>
          )
        }
      >
        {t('wishes.emptyText')}
      </EmptyState>
    );
  return (
    <Section title={t('wishes.own')} aside={t('wishes.writtenBy', { name: wish.writtenBy, date: format.date(wish.saidOn) })}>
      <Voice language={wish.language}>{`«${wish.words}»`}</Voice>
    </Section>
  );
}

function History({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const format = useFormat();
  const timeline = useAsk('children.timeline', { id: child.id });
  return (
    <Section title={t('timeline.title')}>
      <Answer of={timeline} rows={4}>
        {(entries) => (
          <Timeline
            items={entries.map((entry) => ({
              id: entry.id,
              when: format.dayAndMonth(entry.on),
              icon: eventIcon(entry.kind),
              title: t(`timeline.${entry.kind}`, {
                ...entry.params,
                step: entry.params['code'] ? t(`step.${String(entry.params['code'])}`, { defaultValue: String(entry.params['title'] ?? '') }) : '',
                consent: entry.params['consent'] ? t(`consentKind.${String(entry.params['consent'])}`) : '',
                defaultValue: t('timeline.other'),
              }),
              note: [entry.params['reason'], entry.params['resolution'], entry.by]
                .filter((part) => typeof part === 'string' && part !== '')
                .join(' · '),
            }))}
          />
        )}
      </Answer>
    </Section>
  );
}

function Siblings({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  if (child.siblings.length === 0) return null;
  return (
    <Section title={t('sibling.title')}>
      {child.siblings.map((sibling) => (
        <Box key={sibling.id} sx={{ py: 0.75 }} data-private>
          {sibling.visible ? (
            <Link to={paths.child(sibling.childId)}>
              {sibling.name}, {sibling.code}
            </Link>
          ) : (
            t('sibling.elsewhere')
          )}
          <Box component="span" sx={{ color: 'text.secondary', display: 'block', fontSize: 13 }}>
            {[t(sibling.together ? 'sibling.together' : 'sibling.apart'), sibling.why].filter((part) => part !== '').join(': ')}
          </Box>
        </Box>
      ))}
    </Section>
  );
}

export function OverviewTab({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) 320px',
        gap: 5,
        '@media (max-width: 1000px)': { gridTemplateColumns: '1fr' },
      }}
    >
      <Box>
        <Flags child={child} />
        <Wishes child={child} />
        <History child={child} />
      </Box>
      <Box component="aside">
        {child.fields.safetyNote !== '' && <Section title={t('field.safetyNote')}>{child.fields.safetyNote}</Section>}
        {child.fields.helps !== '' && <Section title={t('field.helps')}>{child.fields.helps}</Section>}
        {child.fields.upsets !== '' && <Section title={t('field.upsets')}>{child.fields.upsets}</Section>}
        <Siblings child={child} />
      </Box>
    </Box>
  );
}
