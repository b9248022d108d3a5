import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Conclusion } from '../../../shared/modules/extracts/extracts.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, Page } from '../../ui';
import { SignedConclusion } from './components/signed-conclusion';
import { ConclusionDraftDesk } from './conclusion-draft';
import { extractPaths } from './extracts-paths';

function One({ conclusion }: { conclusion: Conclusion }) {
  const { userId } = useProfile();
  const { header } = conclusion;
  const writing = header.state === 'draft' && header.authorId === userId;
  return (
    <Page flush={writing}>
      {writing ? <ConclusionDraftDesk key={header.id} conclusion={conclusion} /> : <SignedConclusion conclusion={conclusion} />}
    </Page>
  );
}

/** One conclusion: its desk while it is a draft of one's own, its sealed sheet afterwards. */
export function ConclusionPage() {
  const { t } = useTranslation('extracts');
  const { id = '' } = useParams();
  const conclusion = useAsk('extracts.conclusion', { id: id });
  const header = conclusion.data?.header;
  usePsychologyCrumbs(
    useMemo(
      () => [
        { label: t('tab'), to: extractPaths.list() },
        ...(header ? [{ label: header.subjectName || t('unnamed'), to: paths.clinicalCase(header.subject.kind, header.subject.id) }] : []),
        { label: conclusion.data?.number ?? t('kind.conclusion') },
      ],
      [t, header, conclusion.data?.number],
    ),
  );
  if (conclusion.data) return <One conclusion={conclusion.data} />;
  return (
    <Page>
      <Answer of={conclusion}>{() => null}</Answer>
    </Page>
  );
}
