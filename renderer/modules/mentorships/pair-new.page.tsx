import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiTextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod';
import type { Output } from '../../../shared/contract/api';
import { PairId, ProgrammeId, type ChildId, type MentorId } from '../../../shared/kernel/ids';
import { PlainDate, isPlainDate } from '../../../shared/kernel/plain-date';
import { sentenceOf, useErrorText } from '../../lib/error-text';
import { today } from '../../lib/format';
import { newId } from '../../lib/new-id';
import { paths } from '../../lib/paths';
import { useAct, useAsk } from '../../lib/query';
import { DateField, FieldGrid, GateList, Page, PageHeader, SelectField, useAppForm, useCrumbs, useSubmit, useToast } from '../../ui';
import { ChildrenPicker, type ChildChoice } from './components/children-picker';
import { MentorPicker, type MentorChoice } from './components/mentor-picker';

type Blockers = Output<'mentorships.whyNotOpen'>;
const Schema = z.object({ programmeId: ProgrammeId, acquaintedOn: PlainDate });

/** A mentor named in the address is already chosen. */
function useStartMentor(): MentorChoice | null {
  const [search] = useSearchParams();
  const id = search.get('mentor') as MentorId | null;
  const rows = useAsk('candidates.list', { limit: 200 }, { enabled: id !== null }).data?.rows ?? [];
  return rows.find((row) => row.id === id) ?? null;
}

function Objections({ blockers, children }: { blockers: Blockers; children: ChildChoice[] }) {
  const name = (id: ChildId) => children.find((child) => child.id === id)?.shortName ?? '';
  return (
    <GateList
      items={blockers.map((blocker) => ({
        id: `${blocker.code}${blocker.childId}`,
        title: <span data-private>{name(blocker.childId)}</span>,
        reason: sentenceOf(blocker.code, blocker.params),
        warning: blocker.weight === 'warned',
      }))}
    />
  );
}

/** One id a child for as long as the form stands: the button pressed twice opens one pair. */
function usePairIds(): (child: ChildId) => PairId {
  const ids = useRef(new Map<ChildId, PairId>());
  return (child) => {
    const id = ids.current.get(child) ?? newId(PairId);
    ids.current.set(child, id);
    return id;
  };
}

export function PairNewPage() {
  const { t } = useTranslation('mentorships');
  const navigate = useNavigate();
  const toast = useToast();
  const sentence = useErrorText();
  const start = useStartMentor();
  const [picked, setPicked] = useState<MentorChoice | null>(null);
  const [children, setChildren] = useState<ChildChoice[]>([]);
  const [reason, setReason] = useState('');
  const pairIdOf = usePairIds();
  const mentor = picked ?? start;
  useCrumbs(useMemo(() => [{ label: t('nav'), to: paths.pairs() }, { label: t('open.title') }], [t]));
  const programmes = (useAsk('institutions.programmes', {}).data ?? []).filter((programme) => !programme.closed);
  const form = useAppForm<z.input<typeof Schema>, z.output<typeof Schema>>(Schema, { programmeId: '', acquaintedOn: today() });
  const [programmeId, on] = form.watch(['programmeId', 'acquaintedOn']);
  const known = mentor !== null && children.length > 0 && programmeId !== '' && isPlainDate(on);
  const blockers =
    useAsk(
      'mentorships.whyNotOpen',
      { mentorId: mentor?.id ?? '', programmeId: programmeId, childIds: children.map(({ id }) => id), on: on },
      { enabled: known },
    ).data ?? [];
  const open = useAct('mentorships.open', ['children', 'candidates']);
  const refused = known && blockers.some(({ weight }) => weight === 'refused');
  const warned = known && blockers.some(({ weight }) => weight === 'warned');
  const { submit, busy, error } = useSubmit(form, async (values) => {
    if (!mentor) return;
    const [first] = await open.mutateAsync({
      ...values,
      mentorId: mentor.id,
      children: children.map(({ id }) => ({ pairId: pairIdOf(id), childId: id })),
      warningReason: reason,
    });
    toast.show(t('open.done'));
    if (first) void navigate(paths.pair(first.id));
  });
  return (
    <Page>
      <PageHeader title={t('open.title')} meta={t('open.text')} />
      <FormProvider {...form}>
        <Box
          component="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
          sx={{ maxWidth: 760, display: 'grid', gap: 2.5 }}
        >
          <MentorPicker value={mentor} onPick={setPicked} />
          <ChildrenPicker value={children} onPick={setChildren} />
          <FieldGrid>
            <SelectField
              name="programmeId"
              label={t('open.programme')}
              options={programmes.map((programme) => ({ value: programme.id, label: programme.name }))}
            />
            <DateField name="acquaintedOn" label={t('open.on')} />
          </FieldGrid>
          {known && blockers.length > 0 && (
            <Box>
              <Typography variant="h2" sx={{ mb: 0.75 }}>
                {t(refused ? 'open.refused' : 'open.warned')}
              </Typography>
              <Objections blockers={blockers} children={children} />
            </Box>
          )}
          {warned && !refused && (
            <MuiTextField
              label={t('open.reason')}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value.slice(0, 1000));
              }}
              placeholder={t('open.reasonExample')}
            />
          )}
          {error !== null && (
            <Typography role="alert" variant="body2" sx={{ color: 'error.main' }}>
              {sentence(error)}
            </Typography>
          )}
          <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
            <Button type="submit" variant="contained" disabled={busy || !known || refused || (warned && reason.trim() === '')}>
              {t('open.button')}
            </Button>
            {!known && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('open.choose')}
              </Typography>
            )}
          </Box>
        </Box>
      </FormProvider>
    </Page>
  );
}
