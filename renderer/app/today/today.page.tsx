import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract/api';
import { daysBetween } from '../../../shared/kernel/plain-date';
import { asDate, timeOf, today, useFormat, type Format } from '../../lib/format';
import { useProfile } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, Banner, DueRow, Page, PageHeader, Rows, Section, useCrumbs } from '../../ui';
import { FirstSteps } from './first-steps';
import { Notices } from './notices';

type Item = Output<'settings.today'>[number];

function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
    }, 20_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}

/** The home of every role: what is due, what is overdue and why, with the next action as a button. */
export function TodayPage() {
  const { t } = useTranslation('app');
  const format = useFormat();
  const now = useNow();
  const { clinical } = useProfile();
  const items = useAsk('settings.today', {});
  const sealed = useAsk('clinical.today', {}, { enabled: clinical === 'held' });
  useCrumbs([{ label: t('today.title') }]);
  return (
    <Page>
      <PageHeader title={t('today.title')} aside={`${format.weekday(today())}, ${format.date(today())}, ${timeOf(now)}`} />
      <Answer of={items}>{(all) => <Day items={[...(sealed.data ?? []), ...all]} />}</Answer>
    </Page>
  );
}

function Day({ items }: { items: Item[] }) {
  const { t } = useTranslation('app');
  const of = (tone: Item['tone']) => items.filter((item) => item.tone === tone);
  const groups = [
    { tone: 'overdue', title: t('today.overdue') },
    { tone: 'today', title: t('today.forToday') },
    { tone: 'soon', title: t('today.soon') },
  ] as const;
  return (
    <>
      {of('alarm').map((item) => (
        <Alarm key={item.id} item={item} />
      ))}
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 306px' }, columnGap: 5.5, rowGap: 3, mt: 1 }}>
        <Box>
          {groups.map(
            ({ tone, title }) =>
              of(tone).length > 0 && (
                <Section key={tone} title={title} count={of(tone).length}>
                  <Rows>
                    {of(tone).map((item) => (
                      <Due key={item.id} item={item} />
                    ))}
                  </Rows>
                </Section>
              ),
          )}
          {items.length === 0 && <FirstSteps />}
        </Box>
        <Notices />
      </Box>
    </>
  );
}

function useSentences(item: Item): { title: string; reason: string; action: string } {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = (params: Record<string, string | number>) =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(value) ? format.date(value) : value,
      ]),
    );
  return { title: t(item.title.key, shown(item.title.params)), reason: t(item.reason.key, shown(item.reason.params)), action: t(item.action.key) };
}

function Alarm({ item }: { item: Item }) {
  const { title, reason, action } = useSentences(item);
  return (
    <Box sx={{ mb: 1.5 }}>
      <Banner
        tone="alarm"
        title={title}
        actions={
          <Button variant="contained" color="error" component={Link} to={item.action.path}>
            {action}
          </Button>
        }
      >
        {reason}
      </Banner>
    </Box>
  );
}

/** «5 дней» late, the hour of a meeting, or the day that comes. */
function whenOf(item: Item, format: Format, t: TFunction<'app'>): string {
  if (!item.when) return item.tone === 'today' ? t('today.byEvening') : t('today.due');
  const days = daysBetween(today(), asDate(item.when));
  if (item.tone === 'overdue') return t('today.days', { count: Math.max(1, -days) });
  if (days === 0) return item.when.includes('T') ? timeOf(item.when) : t('today.byEvening');
  return format.dayAndMonth(item.when);
}

function Due({ item }: { item: Item }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { title, reason, action } = useSentences(item);
  return (
    <DueRow
      when={whenOf(item, format, t)}
      late={item.tone === 'overdue'}
      title={title}
      reason={reason}
      action={
        <Button variant="outlined" size="small" component={Link} to={item.action.path}>
          {action}
        </Button>
      }
    />
  );
}
