import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MuiTextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { RowId, type PairId } from '../../../shared/kernel/ids';
import { spokenName } from '../../../shared/kernel/names';
import { useFormat } from '../../lib/format';
import { newId } from '../../lib/new-id';
import { paths } from '../../lib/paths';
import { useAct, useAsk } from '../../lib/query';
import { Answer, EmptyState, Page, PageHeader, useCrumbs, useToast } from '../../ui';
import { desk } from './documents.paths';

type Pair = Output<'mentorships.list'>['rows'][number];

/** Pairs of one mentor with one house and programme: they fit into one contract. */
const groupOf = (pair: Pair): string => `${pair.mentor.id}/${pair.child.institutionId}/${pair.programmeId}`;

const grouped = (pairs: readonly Pair[]): Pair[][] => {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) groups.set(groupOf(pair), [...(groups.get(groupOf(pair)) ?? []), pair]);
  return [...groups.values()];
};

function Choice({ pairs }: { pairs: Pair[] }) {
  const { t } = useTranslation('documents');
  const { language, age } = useFormat();
  const navigate = useNavigate();
  const toast = useToast();
  const start = useAct('documents.startDraft');
  const [id] = useState(() => newId(RowId));
  const [chosen, setChosen] = useState<PairId[]>(() => pairs.map((pair) => pair.id));
  const [first] = pairs;
  if (!first) return null;
  const begin = () => {
    start.mutate(
      { id, pairIds: chosen },
      {
        onSuccess: (draft) => {
          void navigate(desk.contract(draft.id));
        },
        onError: toast.fail,
      },
    );
  };
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'flex-start',
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: 1 }}>
        <Typography variant="subtitle1" data-private>
          {spokenName(first.mentor.name, language)}
        </Typography>
        {pairs.map((pair) => {
          const words = (
            <span>
              <span data-private>{spokenName(pair.child.name, language)}</span>
              {`, ${age(pair.child.birthDate)} · ${t(`mentorships:stage.${pair.stage}`)}`}
            </span>
          );
          return pairs.length === 1 ? (
            <Typography key={pair.id} variant="body2" component="div" sx={{ color: 'text.secondary' }}>
              {words}
            </Typography>
          ) : (
            <FormControlLabel
              key={pair.id}
              sx={{ display: 'flex' }}
              label={words}
              control={
                <Checkbox
                  checked={chosen.includes(pair.id)}
                  onChange={(_, on) => {
                    setChosen(on ? [...chosen, pair.id] : chosen.filter((one) => one !== pair.id));
                  }}
                />
              }
            />
          );
        })}
      </Box>
      <Button variant="outlined" disabled={chosen.length === 0 || start.isPending} onClick={begin}>
        {t('new.start', { count: chosen.length })}
      </Button>
    </Box>
  );
}

/** Whose contract: a pair, or brothers and sisters with one mentor. */
export function NewContractPage() {
  const { t } = useTranslation('documents');
  const [text, setText] = useState('');
  const search = useDeferredValue(text);
  useCrumbs(useMemo(() => [{ label: t('nav'), to: paths.documents() }, { label: t('new.title') }], [t]));
  const pairs = useAsk('mentorships.list', { search, stages: ['papers', 'hosting', 'meeting-inside', 'acquainted'], limit: 200 }, { keep: true });
  return (
    <Page>
      <PageHeader title={t('new.title')} meta={t('new.text')} />
      <Box sx={{ maxWidth: 760 }}>
        <MuiTextField
          label={t('new.find')}
          value={text}
          onChange={(event) => {
            setText(event.target.value.slice(0, 200));
          }}
          sx={{ width: 320, mb: 2 }}
        />
        <Answer of={pairs}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState
                title={t('new.emptyTitle')}
                actions={
                  <Button variant="contained" component={Link} to={paths.pairs()}>
                    {t('new.toPairs')}
                  </Button>
                }
              >
                {t('new.emptyText')}
              </EmptyState>
            ) : (
              <Box component="ul">
                {grouped(rows).map((group) => (
                  <Choice key={group.map(({ id }) => id).join()} pairs={group} />
                ))}
              </Box>
            )
          }
        </Answer>
      </Box>
    </Page>
  );
}
