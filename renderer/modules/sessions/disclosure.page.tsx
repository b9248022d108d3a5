import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { z } from 'zod';
import { requiredNote } from '../../../shared/modules/clinical/clinical.model';
import { CaseSubject, type DisclosureRecord } from '../../../shared/modules/sessions/casework.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { useCan } from '../../lib/profile';
import { useAct, useAsk } from '../../lib/query';
import { useDraft } from '../../lib/use-draft';
import { Answer, Banner, FormDialog, Page, PageHeader, TextAreaField, useAppForm, Voice } from '../../ui';
import { work } from './casework-paths';
import { Amendments } from '../../app/psychology/amendments';
import { RoutesPart } from './components/routes-part';
import { SealedSheet, Words } from './components/sealed-sheet';
import { NotAsSigned, SignedBy } from './components/state-chip';

const Outcome = z.object({ outcome: requiredNote(4000) });

function CompleteDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('sessions');
  const complete = useAct('sessions.completeRoute');
  const form = useAppForm(Outcome, { outcome: '' });
  const draft = useDraft(`clinical/outcome/${id}`, form);
  return (
    <FormDialog
      open
      form={form}
      title={t('disclosure.completeTitle')}
      intro={t('disclosure.completeIntro')}
      saveLabel={t('disclosure.complete')}
      onClose={onClose}
      onSave={async ({ outcome }) => {
        await complete.mutateAsync({ id: id, outcome });
        await draft.forget();
      }}
    >
      <TextAreaField name="outcome" label={t('disclosure.outcome')} rows={4} />
    </FormDialog>
  );
}

function Standing({ record }: { record: DisclosureRecord }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const may = useCan('casework.write');
  const [open, setOpen] = useState(false);
  if (record.completed)
    return (
      <Banner tone="ok" title={t('disclosure.completed', { date: format.date(record.completed.onDate), name: record.completed.byName })}>
        <span data-private>{record.completed.outcome}</span>
      </Banner>
    );
  return (
    <>
      <Banner
        tone="alarm"
        title={t(record.routes.length === 0 ? 'alarm.nobodyTold' : 'alarm.routeOpen')}
        actions={
          may &&
          record.routes.length > 0 && (
            <Button
              variant="contained"
              onClick={() => {
                setOpen(true);
              }}
            >
              {t('disclosure.complete')}
            </Button>
          )
        }
      />
      {open && (
        <CompleteDialog
          id={record.header.id}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function Content({ record }: { record: DisclosureRecord }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const { fields, header } = record;
  const whose = fields.wordsOfName === '' ? t(`wordsOf.${fields.wordsOf}`) : `${t(`wordsOf.${fields.wordsOf}`)}, ${fields.wordsOfName}`;
  return (
    <>
      <PageHeader
        title={<span data-private>{t('disclosure.title', { name: header.subjectName })}</span>}
        meta={[`${format.date(fields.onDate)}, ${fields.atTime}`, fields.place].filter((part) => part !== '').join(' · ')}
      />
      <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
        <NotAsSigned asSigned={record.asSigned} />
        <Standing record={record} />
      </Box>
      <SealedSheet actions={<SignedBy header={header} />}>
        <Words title={t('disclosure.facts')}>{fields.facts}</Words>
        {fields.words.trim() !== '' && <Voice by={whose}>{fields.words}</Voice>}
        <Words title={t('disclosure.circumstances')}>{fields.circumstances}</Words>
        <Words title={t('disclosure.promised')}>{fields.promised}</Words>
        <RoutesPart recordId={header.id} kind="disclosure" routes={record.routes} closed={record.completed !== null} />
        <Amendments recordId={header.id} />
      </SealedSheet>
    </>
  );
}

/** What was disclosed, and its way: to whom it was passed, on what ground, what was answered. */
export function DisclosurePage() {
  const { t } = useTranslation('sessions');
  const { id = '' } = useParams();
  const disclosure = useAsk('sessions.disclosure', { id: id });
  const header = disclosure.data?.header;
  usePsychologyCrumbs(
    useMemo(() => {
      const subject = CaseSubject.safeParse(header?.subject);
      return [
        { label: t('tab'), to: work.room() },
        ...(header && subject.success ? [{ label: header.subjectName, to: work.of(subject.data) }] : []),
        { label: t('part.disclosure') },
      ];
    }, [t, header]),
  );
  return (
    <Page>
      <Answer of={disclosure}>{(record) => <Content record={record} />}</Answer>
    </Page>
  );
}
