import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { RowId } from '../../../shared/kernel/ids';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useAsk } from '../../lib/query';
import { Answer, Page } from '../../ui';
import { assessmentPaths } from './assessment-paths';
import { wordIn } from './assessment-words';
import { GivingSheet } from './components/giving-sheet';
import { ResultSheet } from './components/result-sheet';

/** One measurement: while answers come in, how far it is; afterwards its result. */
export function AssessmentPage() {
  const { id = '' } = useParams();
  const parsed = RowId.safeParse(id);
  return parsed.success ? <One key={id} id={parsed.data} /> : <Page>{null}</Page>;
}

function One({ id }: { id: RowId }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const record = useAsk('assessments.get', { id }, { staleTime: 0 });
  const header = record.data?.header;
  usePsychologyCrumbs([
    { label: t('tab'), to: assessmentPaths.list() },
    ...(header && record.data
      ? [
          { label: header.subjectName || t('unnamed'), to: paths.clinicalCase(header.subject.kind, header.subject.id) },
          { label: wordIn(record.data.instrument.title, language) },
        ]
      : []),
  ]);
  if (!record.data)
    return (
      <Page>
        <Answer of={record}>{() => null}</Answer>
      </Page>
    );
  return record.data.stage === 'giving' ? <GivingSheet record={record.data} /> : <ResultSheet record={record.data} />;
}
