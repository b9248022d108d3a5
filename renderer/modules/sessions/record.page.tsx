import { Navigate, useParams } from 'react-router';
import { useAsk } from '../../lib/query';
import { Answer, Page } from '../../ui';
import { work } from './casework-paths';

/** A request, a plan and a summary are read where they belong: on the page of the person. */
export function RecordPage() {
  const { id = '' } = useParams();
  const whose = useAsk('sessions.whose', { id: id });
  return (
    <Page>
      <Answer of={whose}>{({ subject }) => <Navigate replace to={work.of(subject)} />}</Answer>
    </Page>
  );
}
