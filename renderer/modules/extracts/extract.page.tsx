import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ExtractDraft } from '../../../shared/modules/extracts/extracts.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, Page } from '../../ui';
import { SignedExtract } from './components/signed-extract';
import { ExtractDraftDesk } from './extract-draft';
import { extractPaths } from './extracts-paths';

function One({ draft }: { draft: ExtractDraft }) {
  const { userId } = useProfile();
  const { header } = draft;
  const writing = header.state === 'draft' && header.authorId === userId;
  return <Page flush={writing}>{writing ? <ExtractDraftDesk key={header.id} draft={draft} /> : <SignedExtract draft={draft} />}</Page>;
}

/** One extract in the room: its desk while it is a draft of one's own, its sheet afterwards. */
export function ExtractPage() {
  const { t } = useTranslation('extracts');
  const { id = '' } = useParams();
  const draft = useAsk('extracts.draft', { id: id });
  const header = draft.data?.header;
  usePsychologyCrumbs(
    useMemo(
      () => [
        { label: t('tab'), to: extractPaths.list() },
        ...(header ? [{ label: header.subjectName || t('unnamed'), to: paths.clinicalCase(header.subject.kind, header.subject.id) }] : []),
        { label: draft.data?.number ?? t('kind.extract') },
      ],
      [t, header, draft.data?.number],
    ),
  );
  if (draft.data) return <One draft={draft.data} />;
  return (
    <Page>
      <Answer of={draft}>{() => null}</Answer>
    </Page>
  );
}
