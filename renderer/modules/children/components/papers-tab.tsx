import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import { today, useFormat } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { DueRow, Rows, Section } from '../../../ui';
import type { Child } from '../child.page';
import { CharacteristicSection } from './characteristic-section';
import { FilesSection } from './files-section';
import { RemoveDialog, WithdrawDialog } from './row-dialogs';
import { ConsentDialog, PaperDialog, PlacementDialog, RelativeDialog, SiblingDialog } from './row-forms';

type Kind = 'consent' | 'paper' | 'relative' | 'placement' | 'sibling';
type Opened = { do: 'add'; kind: Kind } | { do: 'withdraw'; rowId: RowId } | { do: 'remove'; kind: Exclude<Kind, 'consent'>; rowId: RowId } | null;

interface Line {
  id: RowId;
  when: ReactNode;
  title: string;
  reason: string;
  late?: boolean;
  action: ReactNode;
}

function Block({ kind, lines, onAdd }: { kind: Kind; lines: Line[]; onAdd: () => void }) {
  const { t } = useTranslation('children');
  const may = useCan('child.write');
  return (
    <Section
      title={t(`row.${kind}`)}
      {...(lines.length > 0 ? { count: lines.length } : {})}
      aside={
        may && (
          <Button size="small" startIcon={<Plus size={15} aria-hidden />} onClick={onAdd}>
            {t(`row.add.${kind}`)}
          </Button>
        )
      }
    >
      {lines.length === 0 ? (
        <Box sx={{ color: 'text.secondary', py: 1, borderTop: 1, borderColor: 'divider' }}>{t(`row.empty.${kind}`)}</Box>
      ) : (
        <Rows>
          {lines.map(({ id, ...line }) => (
            <DueRow key={id} {...line} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

function useLines(child: Child, open: (opened: Opened) => void) {
  const { t } = useTranslation('children');
  const format = useFormat();
  const may = useCan('child.write');
  const remove = (kind: Exclude<Kind, 'consent'>, rowId: RowId) =>
    may && (
      <Button
        color="inherit"
        sx={{ color: 'text.secondary' }}
        onClick={() => {
          open({ do: 'remove', kind, rowId });
        }}
      >
        {t('row.remove')}
      </Button>
    );
  const join = (...parts: (string | null)[]) => parts.filter((part): part is string => part !== null && part !== '').join(' · ');
  return {
    consent: child.consents.map((one): Line => {
      const ended = one.withdrawnOn !== null || (one.validUntil !== null && one.validUntil < today());
      const when = one.withdrawnOn ? t('consent.withdrawnShort') : one.validUntil ? format.short(one.validUntil) : t('consent.noEnd');
      return {
        id: one.id,
        when,
        late: ended,
        title: t(`consentKind.${one.kind}`),
        reason: join(
          one.withdrawnOn ? t('consent.withdrawn', { date: format.date(one.withdrawnOn) }) : '',
          t('consent.signed', { name: one.signer, date: format.date(one.signedOn) }),
          one.basis,
          one.textVersion,
          one.withdrawalReason,
        ),
        action: may && one.withdrawnOn === null && (
          <Button
            color="inherit"
            sx={{ color: 'text.secondary' }}
            onClick={() => {
              open({ do: 'withdraw', rowId: one.id });
            }}
          >
            {t('consent.withdraw')}
          </Button>
        ),
      };
    }),
    paper: child.papers.map((one): Line => ({
      id: one.id,
      when: one.issuedOn ? format.short(one.issuedOn) : '–',
      title: t(`paperKind.${one.kind}`),
      reason: join(
        one.number === '' ? '' : `№ ${one.number}`,
        one.issuer,
        one.validUntil ? t('consent.until', { date: format.short(one.validUntil) }) : '',
        one.note,
      ),
      action: remove('paper', one.id),
    })),
    relative: child.relatives.map((one): Line => ({
      id: one.id,
      when: one.relation,
      title: one.name,
      reason: join(t(`contact.${one.contact}`), one.basis, one.phone, one.note),
      late: one.contact === 'forbidden',
      action: remove('relative', one.id),
    })),
    placement: child.placements.map((one): Line => ({
      id: one.id,
      when: format.short(one.from),
      title: one.place,
      reason: join(one.to ? t('consent.until', { date: format.short(one.to) }) : t('row.now'), one.reason),
      action: remove('placement', one.id),
    })),
    sibling: child.siblings.map((one): Line => ({
      id: one.id,
      when: one.code,
      title: one.visible ? one.name : t('sibling.elsewhere'),
      reason: join(t(one.together ? 'sibling.together' : 'sibling.apart'), one.why),
      action: remove('sibling', one.id),
    })),
  };
}

const ORDER: readonly Kind[] = ['consent', 'paper', 'relative', 'sibling', 'placement'];

export function PapersTab({ child }: { child: Child }) {
  const [opened, setOpened] = useState<Opened>(null);
  const lines = useLines(child, setOpened);
  const close = () => {
    setOpened(null);
  };
  const forms = { consent: ConsentDialog, paper: PaperDialog, relative: RelativeDialog, placement: PlacementDialog, sibling: SiblingDialog };
  const Form = opened?.do === 'add' ? forms[opened.kind] : null;
  return (
    <Box sx={{ maxWidth: 900 }}>
      {ORDER.map((kind) => (
        <Block
          key={kind}
          kind={kind}
          lines={lines[kind]}
          onAdd={() => {
            setOpened({ do: 'add', kind });
          }}
        />
      ))}
      <FilesSection child={child} />
      <CharacteristicSection child={child} />
      {Form && <Form child={child} onClose={close} />}
      {opened?.do === 'withdraw' && <WithdrawDialog child={child} rowId={opened.rowId} onClose={close} />}
      {opened?.do === 'remove' && <RemoveDialog child={child} kind={opened.kind} rowId={opened.rowId} onClose={close} />}
    </Box>
  );
}
