import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { SessionRecord } from '../../../shared/modules/sessions/appointments.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { useCan, useProfile } from '../../lib/profile';
import { useAct, useAsk } from '../../lib/query';
import { Answer, Banner, ConfirmDialog, Facts, Page, PageHeader, StatusChip, useToast, Voice } from '../../ui';
import { work } from './casework-paths';
import { Amendments } from '../../app/psychology/amendments';
import { RoutesPart } from './components/routes-part';
import { SealedSheet, Words } from './components/sealed-sheet';
import { NotAsSigned, SignedBy } from './components/state-chip';
import { namingFields } from './not-whole';
import { SessionForm } from './session-form';

function Actions({ record }: { record: SessionRecord }) {
  const { t } = useTranslation('sessions');
  const navigate = useNavigate();
  const toast = useToast();
  const { id, subject } = record.row;
  const sign = useAct('sessions.signNote');
  const drop = useAct('sessions.dropNote');
  const [asked, setAsked] = useState<'sign' | 'drop' | null>(null);
  const close = () => {
    setAsked(null);
  };
  return (
    <>
      <Button
        onClick={() => {
          setAsked('drop');
        }}
      >
        {t('action.drop')}
      </Button>
      <Button variant="outlined" component={Link} to={work.editSession(id)}>
        {t('action.edit')}
      </Button>
      <Button
        variant="contained"
        onClick={() => {
          setAsked('sign');
        }}
      >
        {t('action.sign')}
      </Button>
      <ConfirmDialog
        open={asked === 'sign'}
        dangerous={false}
        question={t('ask.sign')}
        consequence={t('ask.signNote')}
        confirm={t('action.sign')}
        onCancel={close}
        onConfirm={async () => {
          await sign.mutateAsync({ id }).catch(namingFields((path) => t(`field.${path}`)));
          close();
          toast.show(t('done.signed'));
        }}
      />
      <ConfirmDialog
        open={asked === 'drop'}
        question={t('ask.drop')}
        consequence={t('ask.dropNote')}
        confirm={t('action.drop')}
        onCancel={close}
        onConfirm={async () => {
          await drop.mutateAsync({ id });
          void navigate(work.of(subject));
        }}
      />
    </>
  );
}

function Content({ record }: { record: SessionRecord }) {
  const { t } = useTranslation('sessions');
  const { fields, header, row } = record;
  const attendance =
    fields.cancelledBy === null ? t(`attendance.${fields.attendance}`) : `${t(`attendance.${fields.attendance}`)}: ${t(`by.${fields.cancelledBy}`)}`;
  const risky = fields.riskLevel !== 'none';
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1, mb: 2, '&:empty': { display: 'none' } }}>
        <NotAsSigned asSigned={record.asSigned} />
        {row.riskOpen && <Banner tone="alarm" title={t('alarm.risk')} />}
        {record.exception !== '' && <Banner tone="info" title={t('exception', { why: record.exception })} />}
      </Box>
      <SealedSheet actions={header && <SignedBy header={header} />}>
        <Facts
          items={[
            { label: t('field.attendance'), value: attendance },
            { label: t('field.method'), value: fields.method || '–' },
            { label: t('field.place'), value: fields.place || '–' },
            {
              label: t('field.riskLevel'),
              value: <StatusChip plain tone={risky ? (row.riskOpen ? 'alarm' : 'warn') : 'mute'} word={t(`risk.${fields.riskLevel}`)} />,
            },
          ]}
        />
        <Words title={t('field.note')}>{fields.note}</Words>
        {fields.childWords.trim() !== '' && <Voice by={t('field.childWords')}>{fields.childWords}</Voice>}
        <Words title={t('field.riskText')}>{risky ? fields.riskText : ''}</Words>
        {(risky || record.routes.length > 0) && <RoutesPart recordId={row.id} kind="session" routes={record.routes} closed={false} />}
        {header?.state === 'signed' && <Amendments recordId={row.id} />}
      </SealedSheet>
    </>
  );
}

function SessionView({ record }: { record: SessionRecord }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const { userId } = useProfile();
  const may = useCan('casework.write');
  const { row, header } = record;
  const when = t('row.when', { date: format.date(row.onDate), time: row.atTime, count: row.minutes });
  return (
    <>
      <PageHeader
        title={<span data-private>{row.subjectName}</span>}
        aside={when}
        meta={row.seriesOf > 1 ? t('row.series', { no: row.seriesNo, of: row.seriesOf }) : ''}
        actions={may && header?.state === 'draft' && header.authorId === userId && <Actions record={record} />}
      />
      {row.cancellation ? (
        <Banner tone="info" title={t('row.cancelledWhy', { by: t(`by.${row.cancellation.by}`), reason: row.cancellation.reason })} />
      ) : (
        <Content record={record} />
      )}
    </>
  );
}

/** One session: its form while it is planned or being written, its page afterwards. */
export function SessionPage() {
  const { t } = useTranslation('sessions');
  const { id = '', edit } = useParams();
  const navigate = useNavigate();
  const session = useAsk('sessions.session', { id: id });
  const row = session.data?.row;
  const writing = edit === 'edit' || row?.status === 'planned';
  usePsychologyCrumbs(
    useMemo(
      () => [
        { label: t('tab'), to: work.room() },
        ...(row ? [{ label: row.subjectName, to: work.of(row.subject) }] : []),
        { label: t('part.session') },
      ],
      [t, row],
    ),
  );
  return (
    <Page flush={writing}>
      <Answer of={session}>
        {(record) =>
          writing && record.header?.state !== 'signed' ? (
            <SessionForm
              id={id}
              subject={record.row.subject}
              name={record.row.subjectName}
              record={record}
              onCancel={() => {
                void navigate(record.header ? work.session(id) : work.of(record.row.subject));
              }}
              onDone={() => {
                void navigate(work.session(id));
              }}
            />
          ) : (
            <SessionView record={record} />
          )
        }
      </Answer>
    </Page>
  );
}
