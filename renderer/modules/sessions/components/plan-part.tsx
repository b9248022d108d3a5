import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseSubject } from '../../../../shared/modules/sessions/casework.model';
import { courseOf } from '../../../../shared/modules/sessions/casework.rules';
import type { PlanGoal, PlanRecord, RatingRow } from '../../../../shared/modules/sessions/plan.model';
import { useFormat } from '../../../lib/format';
import { useCan, useProfile } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { Banner, ConfirmDialog, Section, useToast } from '../../../ui';
import { work } from '../casework-paths';
import { levelWord } from '../level';
import { namingFields } from '../not-whole';
import { Amendments } from '../../../app/psychology/amendments';
import { CourseChart, type CoursePoint } from './course-chart';
import { CourseTable } from './course-table';
import { RateDialog } from './rate-dialog';
import { NotAsSigned, SignedBy } from './state-chip';
import { Words } from './sealed-sheet';

function Goal({ goal, no }: { goal: PlanGoal; no: number }) {
  const { t } = useTranslation('sessions');
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1.25 }}>
      <Typography data-private sx={{ fontWeight: 500 }}>
        {`${String(no)}. ${goal.title}`}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {t('plan.weightOf', { weight: goal.weight })}
      </Typography>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '40px 1fr', rowGap: 0.25, fontSize: 14 }}>
        {goal.levels.map((words, place) => {
          const from = goal.baseline === place - 2;
          return (
            <Box key={place} sx={{ display: 'contents', '& > *': { fontWeight: from ? 500 : 400 } }}>
              <Box component="dt" sx={{ color: 'text.secondary' }}>
                {levelWord(place - 2)}
              </Box>
              <Box component="dd" data-private>
                {words || '–'}
                {from && ` (${t('plan.baselineHere')})`}
              </Box>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

function pointsOf(plan: PlanRecord, ratings: RatingRow[]): CoursePoint[] {
  const { baseline } = courseOf(plan.fields.goals, {});
  const setOn = plan.fields.goals.map((goal) => goal.setOn).sort()[0];
  const rated = ratings.flatMap((rating) =>
    rating.t === null || rating.struck ? [] : [{ on: rating.fields.ratedOn, t: rating.t, baseline: false }],
  );
  return [...(baseline === null || setOn === undefined ? [] : [{ on: setOn, t: baseline, baseline: true }]), ...rated];
}

function Course({ plan, ratings, closed }: { plan: PlanRecord; ratings: RatingRow[]; closed: boolean }) {
  const { t } = useTranslation('sessions');
  const may = useCan('casework.write') && !closed;
  const [open, setOpen] = useState(false);
  const own = ratings.filter((rating) => rating.planId === plan.header.id);
  const points = pointsOf(plan, own);
  return (
    <Section
      title={t('course.title')}
      aside={
        may && (
          <Button
            size="small"
            variant="outlined"
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('course.rate')}
          </Button>
        )
      }
    >
      {points.length > 0 && <CourseChart points={points} />}
      <CourseTable plan={plan} ratings={own} />
      {open && (
        <RateDialog
          plan={plan}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </Section>
  );
}

const goalOf = (path: string, t: TFunction<'sessions'>): string => {
  const place = /^goals\.(\d+)/.exec(path)?.[1];
  return place === undefined ? t('plan.goals') : t('plan.goalNo', { no: Number(place) + 1 });
};

function DraftActions({ plan, subject }: { plan: PlanRecord; subject: CaseSubject }) {
  const { t } = useTranslation('sessions');
  const toast = useToast();
  const sign = useAct('sessions.signPlan');
  const drop = useAct('sessions.dropPlan');
  const [asked, setAsked] = useState<'sign' | 'drop' | null>(null);
  const close = () => {
    setAsked(null);
  };
  return (
    <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>
      <Button
        variant="contained"
        onClick={() => {
          setAsked('sign');
        }}
      >
        {t('action.sign')}
      </Button>
      <Button variant="outlined" component={Link} to={work.form(subject, 'plan')}>
        {t('action.edit')}
      </Button>
      <Button
        onClick={() => {
          setAsked('drop');
        }}
      >
        {t('action.drop')}
      </Button>
      <ConfirmDialog
        open={asked === 'sign'}
        dangerous={false}
        question={t('ask.signPlanTitle')}
        consequence={t('ask.signPlan')}
        confirm={t('action.sign')}
        onCancel={close}
        onConfirm={async () => {
          await sign.mutateAsync({ id: plan.header.id }).catch(namingFields((path) => goalOf(path, t)));
          close();
          toast.show(t('done.signed'));
        }}
      />
      <ConfirmDialog
        open={asked === 'drop'}
        question={t('ask.drop')}
        consequence={t('ask.dropPlan')}
        confirm={t('action.drop')}
        onCancel={close}
        onConfirm={async () => {
          await drop.mutateAsync({ id: plan.header.id });
          close();
        }}
      />
    </Box>
  );
}

function Plan({ plan, subject, ratings, closed }: { plan: PlanRecord; subject: CaseSubject; ratings: RatingRow[]; closed: boolean }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const { userId } = useProfile();
  const draft = plan.header.state === 'draft';
  return (
    <Box sx={{ mb: 2 }}>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mb: 1, display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
        <span>{t('plan.version', { no: plan.versionNo })}</span>
        <SignedBy header={plan.header} />
        {plan.fields.reviewOn && <span>{t('plan.review', { date: format.date(plan.fields.reviewOn) })}</span>}
      </Typography>
      <NotAsSigned asSigned={plan.asSigned} />
      <Words title={t('plan.focus')}>{plan.fields.focus}</Words>
      <Box component="ol" sx={{ mt: 1.5 }}>
        {plan.fields.goals.map((goal, index) => (
          <Goal key={goal.id} goal={goal} no={index + 1} />
        ))}
      </Box>
      {draft ? (
        plan.header.authorId === userId && <DraftActions plan={plan} subject={subject} />
      ) : (
        <Course plan={plan} ratings={ratings} closed={closed} />
      )}
      {!draft && <Amendments recordId={plan.header.id} />}
    </Box>
  );
}

/** The plan in force, with its course; a draft before it; older versions behind a button. */
export function PlanPart({ subject, plans, ratings, closed }: { subject: CaseSubject; plans: PlanRecord[]; ratings: RatingRow[]; closed: boolean }) {
  const { t } = useTranslation('sessions');
  const may = useCan('casework.write') && !closed;
  const [older, setOlder] = useState(false);
  const signed = plans.filter(({ header }) => header.state === 'signed');
  const draft = plans.find(({ header }) => header.state === 'draft');
  const shown = [...(draft ? [draft] : []), ...(older ? signed : signed.slice(0, 1))];
  return (
    <Section
      title={t('part.plan')}
      aside={
        may &&
        !draft && (
          <Button size="small" component={Link} to={work.form(subject, 'plan')}>
            {t(plans.length === 0 ? 'plan.begin' : 'plan.nextVersion')}
          </Button>
        )
      }
    >
      {closed && signed.length > 0 && <Banner tone="info" title={t('plan.closed')} />}
      {shown.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('plan.none')}
        </Typography>
      )}
      {shown.map((plan) => (
        <Plan key={plan.header.id} plan={plan} subject={subject} ratings={ratings} closed={closed} />
      ))}
      {signed.length > 1 && !older && (
        <Button
          size="small"
          onClick={() => {
            setOlder(true);
          }}
        >
          {t('plan.older', { count: signed.length - 1 })}
        </Button>
      )}
    </Section>
  );
}
