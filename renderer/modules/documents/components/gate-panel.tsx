import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { DoneList, GateList, Section } from '../../../ui';
import type { Draft } from '../contract.page';
import { desk } from '../documents.paths';
import { addressOf, useGateWords, type Gate, type GateLine } from '../gate-words';
import { WarningDialog } from './warning-dialog';

interface GatePanelProps {
  draft: Draft;
  gate: Gate;
  /** An empty field of the terms is mended on this very page. */
  onTerms: (field: string) => void;
}

function Mend({ item, onTerms, onReason }: { item: GateLine; onTerms: GatePanelProps['onTerms']; onReason: () => void }) {
  const { t } = useTranslation('documents');
  const words = useGateWords();
  const mayAccept = useCan('document.issue');
  const about = { 'aria-label': `${words.verb(item)}: ${words.title(item)} ${item.concerns}`.trim() };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 0.75, alignItems: 'stretch' }}>
      {item.link.module === 'documents' ? (
        <Button
          variant="outlined"
          size="small"
          {...about}
          onClick={() => {
            onTerms(item.link.section);
          }}
        >
          {words.verb(item)}
        </Button>
      ) : (
        <Button variant="outlined" size="small" {...about} component={RouterLink} to={addressOf(item)}>
          {words.verb(item)}
        </Button>
      )}
      {item.status === 'warned' && mayAccept && (
        <Button size="small" onClick={onReason}>
          {t('warning.record')}
        </Button>
      )}
    </Box>
  );
}

/** The page's head names the mentor and an only child; a line repeats a name only when it is another's. */
function elsewhereNamed(draft: Draft, item: GateLine): string {
  const subject = item.key.slice(item.code.length + 1);
  const known = [draft.mentor.id as string, ...(draft.children.length === 1 ? draft.children.map(({ id }) => id as string) : [])];
  return known.includes(subject) ? '' : item.concerns;
}

const Named = ({ title, concerns }: { title: string; concerns: string }) => (
  <>
    {title}
    {concerns !== '' && <Box component="span" data-private sx={{ color: 'text.secondary', fontWeight: 400 }}>{` · ${concerns}`}</Box>}
  </>
);

export function GatePanel({ draft, gate, onTerms }: GatePanelProps) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const words = useGateWords();
  const mayAccept = useCan('document.issue');
  const [warning, setWarning] = useState<GateLine | null>(null);
  const missing = gate.items.filter(({ status }) => status !== 'ok' && status !== 'accepted');
  const accepted = gate.items.filter(({ status }) => status === 'accepted');
  const done = gate.items.filter(({ status }) => status === 'ok');
  const { rulePack } = gate;
  const checked =
    rulePack.checkedBy !== '' && rulePack.checkedOn
      ? t('rulePack.checked', { by: rulePack.checkedBy, on: format.short(rulePack.checkedOn) })
      : t('rulePack.unchecked');
  return (
    <>
      {missing.length > 0 && (
        <Section title={t('gate.missing')} count={t('gate.of', { count: missing.length, all: gate.items.length })}>
          <GateList
            items={missing.map((item) => ({
              id: item.key,
              title: <Named title={words.title(item)} concerns={elsewhereNamed(draft, item)} />,
              reason: words.reason(item),
              warning: item.status === 'warned',
              action: (
                <Mend
                  item={item}
                  onTerms={onTerms}
                  onReason={() => {
                    setWarning(item);
                  }}
                />
              ),
            }))}
          />
        </Section>
      )}
      {accepted.length > 0 && (
        <Section title={t('gate.accepted')} count={accepted.length}>
          <GateList
            items={accepted.map((item) => ({
              id: item.key,
              title: <Named title={words.title(item)} concerns={elsewhereNamed(draft, item)} />,
              warning: true,
              reason: t('warning.because', { reason: draft.warningReasons[item.key] ?? '' }),
              action: mayAccept && (
                <Button
                  size="small"
                  onClick={() => {
                    setWarning(item);
                  }}
                >
                  {t('warning.change')}
                </Button>
              ),
            }))}
          />
        </Section>
      )}
      {done.length > 0 && (
        <Section title={t('gate.done')} count={done.length}>
          <DoneList
            items={done.map((item) => ({
              id: item.key,
              title: <Named title={words.title(item)} concerns={elsewhereNamed(draft, item)} />,
              note: words.reason(item),
            }))}
          />
        </Section>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
        {t(`rulePack.${draft.jurisdiction}`, { from: format.short(rulePack.inForceFrom) })} {checked}{' '}
        <Link component={RouterLink} to={desk.rules()}>
          {t('rulePack.see')}
        </Link>
      </Typography>
      {warning && (
        <WarningDialog
          draft={draft}
          item={warning}
          onClose={() => {
            setWarning(null);
          }}
        />
      )}
    </>
  );
}
