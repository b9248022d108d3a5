import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canMove, type Move } from '../../../../shared/modules/children/children.workflow';
import { useCan } from '../../../lib/profile';
import type { Child } from '../child.page';
import { EraseDialog } from './erase-dialog';
import { FlagDialog } from './flag-dialog';
import { MergeDialog } from './merge-dialog';
import { MoveDialog } from './move-dialog';

type Open = 'pause' | 'leave' | 'reopen' | 'flag' | 'merge' | 'erase' | null;

/** What is done seldom: pauses, leaving, joining two cards, erasing. Each asks for its reason. */
export function CaseMenu({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const [mayMove, mayWrite, mayMerge, mayErase] = [useCan('child.move'), useCan('child.write'), useCan('child.merge'), useCan('child.erase')];
  const can = (move: Move) => mayMove && canMove(child.life.state, move);
  const items: [Exclude<Open, null>, boolean][] = [
    ['flag', mayWrite],
    ['pause', can('pause')],
    ['leave', can('leave')],
    ['reopen', can('reopen')],
    ['merge', mayMerge],
    ['erase', mayErase],
  ];
  const shown = items.filter(([, allowed]) => allowed);
  if (shown.length === 0) return null;
  const close = () => {
    setOpen(null);
  };
  return (
    <>
      <IconButton
        aria-label={t('menu.label')}
        aria-haspopup="menu"
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        <Ellipsis size={18} aria-hidden />
      </IconButton>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => {
          setAnchor(null);
        }}
      >
        {shown.map(([key]) => (
          <MenuItem
            key={key}
            onClick={() => {
              setAnchor(null);
              setOpen(key);
            }}
          >
            {t(`menu.${key}`)}
          </MenuItem>
        ))}
      </Menu>
      {(open === 'pause' || open === 'leave' || open === 'reopen') && <MoveDialog child={child} move={open} onClose={close} />}
      {open === 'flag' && <FlagDialog child={child} onClose={close} />}
      {open === 'merge' && <MergeDialog child={child} onClose={close} />}
      {open === 'erase' && <EraseDialog child={child} onClose={close} />}
    </>
  );
}
