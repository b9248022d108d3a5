import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { GroupCard } from '../../../shared/modules/art-therapy/art-therapy.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useCan } from '../../lib/profile';
import { useAct, useAsk } from '../../lib/query';
import { Answer, Page, PageHeader } from '../../ui';
import { GroupDialog } from './components/group-dialog';
import { GroupFacts } from './components/group-facts';
import { MembersPart } from './components/members-part';
import { PlanPart } from './components/plan-part';
import { PrintDialog } from './components/print-dialog';
import { SeriesChart } from './components/series-chart';
import { SessionsPart } from './components/sessions-part';
import { NewSessionDialog } from './components/shared-dialog';
import { groupPaths } from './group-paths';
import { saveBytes } from './save-bytes';

type Open = 'edit' | 'session' | 'report' | 'summary' | null;

function Printing({ groupId, kind, onClose }: { groupId: GroupCard['id']; kind: 'report' | 'summary'; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const report = useAct('art-therapy.groupReport');
  const summary = useAct('art-therapy.seriesSummary');
  return (
    <PrintDialog
      title={t(kind === 'report' ? 'print.supervision' : 'print.summary')}
      intro={t(kind === 'report' ? 'print.supervisionIntro' : 'print.summaryIntro')}
      onClose={onClose}
      onPrint={async (choice) => {
        const { pdf, fileName } = await (kind === 'report' ? report : summary).mutateAsync({ groupId, ...choice });
        saveBytes(pdf, fileName, 'application/pdf');
      }}
    />
  );
}

function Actions({ onOpen }: { onOpen: (what: Open) => void }) {
  const { t } = useTranslation('art-therapy');
  const button = (what: Open, label: string) => (
    <Button
      color="inherit"
      onClick={() => {
        onOpen(what);
      }}
    >
      {label}
    </Button>
  );
  return (
    <>
      {button('edit', t('group.change'))}
      {button('report', t('print.supervision'))}
      {button('summary', t('print.summary'))}
      <Button
        variant="contained"
        startIcon={<Plus size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => {
          onOpen('session');
        }}
      >
        {t('session.add')}
      </Button>
    </>
  );
}

function View({ group }: { group: GroupCard }) {
  const { t } = useTranslation('art-therapy');
  const may = useCan('group.write');
  const room = useAsk('art-therapy.room', { groupId: group.id });
  const [open, setOpen] = useState<Open>(null);
  const close = () => {
    setOpen(null);
  };
  const begun = group.sessions.filter(({ no }) => no !== null).length;
  return (
    <>
      <PageHeader
        title={t('shared.quoted', { text: group.fields.name })}
        aside={t(`shared.kindOf.${group.fields.kind}`)}
        meta={<GroupFacts group={group} />}
        actions={may && <Actions onOpen={setOpen} />}
      />
      <SessionsPart group={group} sealed={room.data?.sessions ?? []} to={groupPaths.session} />
      <Box
        sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' }, gap: 3.5, alignItems: 'start', mt: 3 }}
      >
        <Box>
          <MembersPart group={group} write={may} sealed />
          <SeriesChart sessions={group.sessions} />
        </Box>
        <Answer of={room}>{(value) => <PlanPart room={value} may={may} />}</Answer>
      </Box>
      {open === 'edit' && <GroupDialog group={group} onClose={close} />}
      {open === 'session' && <NewSessionDialog group={group} planned={room.data?.plan.sessions[begun]} onClose={close} />}
      {(open === 'report' || open === 'summary') && <Printing groupId={group.id} kind={open} onClose={close} />}
    </>
  );
}

/** A group with its members, its plan and its series. */
export function GroupPage() {
  const { t } = useTranslation('art-therapy');
  const { id = '' } = useParams();
  const group = useAsk('art-therapy.group', { id });
  const name = group.data?.fields.name ?? '';
  usePsychologyCrumbs(useMemo(() => [{ label: t('tab'), to: groupPaths.room() }, { label: t('group.named', { name }) }], [t, name]));
  return (
    <Page>
      <Answer of={group}>{(card) => <View group={card} />}</Answer>
    </Page>
  );
}
