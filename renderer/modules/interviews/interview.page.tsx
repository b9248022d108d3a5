import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { RowId } from '../../../shared/kernel/ids';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, Page } from '../../ui';
import { InterviewSheet } from './components/interview-sheet';
import { SignedInterview } from './components/signed-interview';
import { interviewPaths } from './interview-paths';

/** One interview: its author writes in it until it is signed; everybody else, and then the author too, reads it. */
export function InterviewPage() {
  const { id = '' } = useParams();
  const parsed = RowId.safeParse(id);
  return parsed.success ? <Interview key={id} id={parsed.data} /> : <Page>{null}</Page>;
}

function Interview({ id }: { id: RowId }) {
  const { t } = useTranslation('interviews');
  const format = useFormat();
  const { userId } = useProfile();
  const record = useAsk('interviews.get', { id });
  const header = record.data?.header;
  usePsychologyCrumbs([
    { label: t('tab'), to: interviewPaths.list() },
    ...(header
      ? [{ label: header.subjectName, to: paths.clinicalCase(header.subject.kind, header.subject.id) }, { label: format.short(header.onDate) }]
      : []),
  ]);
  if (!record.data)
    return (
      <Page>
        <Answer of={record}>{() => null}</Answer>
      </Page>
    );
  const mine = record.data.header.state === 'draft' && record.data.header.authorId === userId;
  return mine ? <InterviewSheet record={record.data} /> : <SignedInterview record={record.data} />;
}
