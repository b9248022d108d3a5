import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAsk } from '../../lib/query';
import { Answer, Page, PageHeader, useCrumbs } from '../../ui';
import { SharedView } from './components/shared-view';
import { placeInSeries } from './components/shared-words';
import { groupPaths } from './group-paths';

/** One session as educators see it. */
export function SharedSessionPage() {
  const { t } = useTranslation('art-therapy');
  const { id = '' } = useParams();
  const session = useAsk('art-therapy.sharedSession', { id });
  const { data } = session;
  useCrumbs(
    useMemo(
      () => [
        { label: t('shared.nav'), to: groupPaths.shared() },
        ...(data
          ? [
              { label: t('shared.quoted', { text: data.groupName }), to: groupPaths.sharedGroup(data.groupId) },
              { label: data.no === null ? t('shared.quoted', { text: data.shared.theme }) : t('shared.sessionNo', { no: data.no }) },
            ]
          : []),
      ],
      [t, data],
    ),
  );
  return (
    <Page>
      <Answer of={session}>
        {(value) => (
          <>
            <PageHeader title={t('shared.quoted', { text: value.shared.theme })} aside={placeInSeries(t, value)} />
            <SharedView session={value} wide />
          </>
        )}
      </Answer>
    </Page>
  );
}
