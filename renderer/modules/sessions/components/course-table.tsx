import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { requiredLine } from '../../../../shared/kernel/text';
import type { PlanRecord, RatingRow } from '../../../../shared/modules/sessions/plan.model';
import { useFormat } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { FormDialog, TextField, useAppForm } from '../../../ui';
import { levelWord } from '../level';

const Strike = z.object({ reason: requiredLine(500) });

function StrikeDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('sessions');
  const strike = useAct('sessions.strikeRating');
  const form = useAppForm(Strike, { reason: '' });
  return (
    <FormDialog
      open
      dangerous
      form={form}
      title={t('course.strikeTitle')}
      intro={t('course.strikeIntro')}
      saveLabel={t('course.strike')}
      onClose={onClose}
      onSave={({ reason }) => strike.mutateAsync({ id: id, reason })}
    >
      <TextField name="reason" label={t('clinical:amend.reason')} span={12} />
    </FormDialog>
  );
}

/** Every rating of one plan version, by day: each goal, T, who rated. A struck one stays in sight, crossed out. */
export function CourseTable({ plan, ratings }: { plan: PlanRecord; ratings: RatingRow[] }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const may = useCan('casework.write');
  const [striking, setStriking] = useState<string | null>(null);
  const { goals } = plan.fields;
  const rounded = (value: number | null): string => (value === null ? '–' : format.number(Math.round(value * 10) / 10));
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        sx={{
          borderCollapse: 'collapse',
          width: '100%',
          fontSize: 14,
          '& th, & td': { textAlign: 'left', py: 0.75, pr: 2, borderTop: 1, borderColor: 'divider', fontWeight: 400, verticalAlign: 'top' },
          '& thead th': { borderTop: 0, color: 'text.secondary' },
        }}
      >
        <thead>
          <tr>
            <th scope="col">{t('course.ratedOn')}</th>
            {goals.map((goal, index) => (
              <th scope="col" key={goal.id}>
                {t('plan.goalShort', { no: index + 1 })}
              </th>
            ))}
            <th scope="col">T</th>
            <th scope="col">{t('course.gain')}</th>
            <th scope="col">{t('course.rater')}</th>
            <th scope="col" aria-label={t('course.strike')} />
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('plan.baseline')}</th>
            {goals.map((goal) => (
              <td key={goal.id}>{levelWord(goal.baseline)}</td>
            ))}
            <td colSpan={4} />
          </tr>
          {ratings.map((rating) => (
            <Box component="tr" key={rating.id} sx={rating.struck ? { textDecoration: 'line-through', color: 'text.secondary' } : {}}>
              <th scope="row">{format.short(rating.fields.ratedOn)}</th>
              {goals.map((goal) => (
                <td key={goal.id}>{levelWord(rating.fields.levels[goal.id])}</td>
              ))}
              <td>{rounded(rating.t)}</td>
              <td>{rounded(rating.gain)}</td>
              <td data-private>{rating.struck ? t('course.struck', { reason: rating.struck.reason }) : rating.fields.rater}</td>
              <Box component="td" sx={{ textAlign: 'right !important', pr: '0 !important' }}>
                {may && !rating.struck && (
                  <Button
                    size="small"
                    onClick={() => {
                      setStriking(rating.id);
                    }}
                  >
                    {t('course.strike')}
                  </Button>
                )}
              </Box>
            </Box>
          ))}
        </tbody>
      </Box>
      {striking && (
        <StrikeDialog
          id={striking}
          onClose={() => {
            setStriking(null);
          }}
        />
      )}
    </Box>
  );
}
