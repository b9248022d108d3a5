import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams, useSearchParams } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { spokenName } from '../../../shared/kernel/names';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useAsk } from '../../lib/query';
import { Answer, Page, Tabs, useCrumbs } from '../../ui';
import { ContractPreview } from './components/contract-preview';
import { ContractHead } from './components/contract-head';
import { GatePanel } from './components/gate-panel';
import { IssueFoot } from './components/issue-foot';
import { TermsForm } from './components/terms-form';

export type Draft = Output<'documents.getDraft'>;

function Desk({ draft }: { draft: Draft }) {
  const { t } = useTranslation('documents');
  const { language } = useFormat();
  const [search, setSearch] = useSearchParams();
  const field = search.get('field');
  const [tab, setTab] = useState<'gate' | 'terms'>(field ? 'terms' : 'gate');
  const gate = useAsk('documents.whyNotIssue', { id: draft.id }, { keep: true });
  const names = draft.children.map(({ name }) => spokenName(name, language)).join(', ');
  useCrumbs(
    useMemo(() => [{ label: t('nav'), to: paths.documents() }, { label: t('tab.contracts'), to: paths.documents() }, { label: names }], [t, names]),
  );
  const shown = field ? 'terms' : tab;
  const change = (next: string) => {
    setTab(next as 'gate' | 'terms');
    setSearch({}, { replace: true });
  };
  return (
    <Box sx={{ height: '100%', display: 'grid', gridTemplateColumns: 'minmax(380px, 500px) minmax(0, 1fr)', minHeight: 0 }}>
      <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, borderRight: 1, borderColor: 'divider' }}>
        <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 4, pt: 2, pb: 3 }}>
          <ContractHead draft={draft} />
          <Tabs
            label={t('contract.parts')}
            value={shown}
            onChange={change}
            items={[
              { value: 'gate', label: t('contract.papers') },
              { value: 'terms', label: t('contract.terms') },
            ]}
          />
          {shown === 'gate' && (
            <Answer of={gate}>
              {(value) => (
                <GatePanel
                  draft={draft}
                  gate={value}
                  onTerms={(name) => {
                    setSearch({ field: name }, { replace: true });
                  }}
                />
              )}
            </Answer>
          )}
          {shown === 'terms' && <TermsForm draft={draft} focus={field} />}
        </Box>
        {gate.data && <IssueFoot draft={draft} gate={gate.data} />}
      </Box>
      <ContractPreview draft={draft} templateVersion={gate.data?.template.version ?? ''} templateId={gate.data?.template.id ?? ''} />
    </Box>
  );
}

/** Left: what is missing, each with the way to mend it. Right: the paper itself, as it will be. */
export function ContractPage() {
  const { t } = useTranslation('documents');
  const { draftId = '' } = useParams();
  const draft = useAsk('documents.getDraft', { id: draftId });
  if (draft.data?.issuedAs) return <Navigate to={paths.document(draft.data.issuedAs)} replace />;
  if (draft.data)
    return (
      <Page flush>
        <Desk key={draft.data.id} draft={draft.data} />
      </Page>
    );
  return (
    <Page>
      <Typography variant="h1" sx={{ mb: 1 }}>
        {t('contract.title')}
      </Typography>
      <Answer of={draft}>{() => null}</Answer>
    </Page>
  );
}
