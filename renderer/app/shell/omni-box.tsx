import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import Typography from '@mui/material/Typography';
import { CornerDownLeft, Search } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useProfile } from '../../lib/profile';
import { mayEnter } from '../module-routes';
import { modules } from '../modules';
import { useSession } from '../session/session-context';
import { useRooms } from './rail';

interface Choice {
  id: string;
  label: string;
  note?: string;
  person?: boolean;
  run: () => void;
}

function useChoices(text: string, go: (to: string) => void): Choice[] {
  const { t } = useTranslation('app');
  const { permissions } = useProfile();
  const { lock } = useSession();
  const rooms = useRooms();
  const wanted = text.trim().toLocaleLowerCase();
  const finders = modules.flatMap((module) => (module.quickSearch && mayEnter(module.quickSearch, permissions) ? [module.quickSearch.find] : []));
  const people = useQueries({
    queries: finders.map((find, index) => ({ queryKey: ['omni', index, wanted], queryFn: () => find(wanted), enabled: wanted.length >= 2 })),
  });
  const commands: Choice[] = useMemo(
    () => [
      ...modules
        .flatMap((module) => [...(module.commands ?? [])])
        .filter((command) => mayEnter(command, permissions))
        .map((command) => ({
          id: command.label,
          label: t(command.label),
          run: () => {
            go(command.to);
          },
        })),
      ...rooms.map((room) => ({
        id: room.to,
        label: t(room.label),
        note: t('omni.room'),
        run: () => {
          go(room.to);
        },
      })),
      {
        id: 'lock',
        label: t('shell.lock'),
        note: 'Ctrl+L',
        run: () => {
          void lock();
        },
      },
    ],
    [go, lock, permissions, rooms, t],
  );
  const found =
    wanted.length < 2
      ? []
      : people
          .flatMap((answer) => answer.data ?? [])
          .map((person) => ({
            id: person.to,
            label: person.name,
            ...(person.note ? { note: person.note } : {}),
            person: true,
            run: () => {
              go(person.to);
            },
          }));
  return [...found, ...commands.filter((command) => command.label.toLocaleLowerCase().includes(wanted))];
}

/** Ctrl+K: find a person or say what to do. */
export function OmniBox({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      maxWidth="sm"
      fullWidth
      slotProps={{ container: { sx: { alignItems: 'flex-start', pt: '8vh' } }, paper: { 'aria-label': t('omni.hint'), sx: { p: '0 !important' } } }}
    >
      {open && <OmniList onClose={onClose} />}
    </Dialog>
  );
}

function OmniList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const list = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const go = useMemo(
    () => (to: string) => {
      onClose();
      void navigate(to);
    },
    [navigate, onClose],
  );
  const choices = useChoices(useDeferredValue(text), go).slice(0, 12);
  const chosen = Math.min(at, choices.length - 1);
  return (
    <Box
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') {
          event.preventDefault();
          setAt(Math.min(chosen + 1, choices.length - 1));
        }
        if (event.key === 'ArrowUp') {
          event.preventDefault();
          setAt(Math.max(chosen - 1, 0));
        }
        if (event.key === 'Enter') {
          event.preventDefault();
          choices[chosen]?.run();
        }
      }}
    >
      <InputBase
        autoFocus
        fullWidth
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        placeholder={t('omni.hint')}
        startAdornment={
          <Box component="span" sx={{ display: 'flex', mr: 1.25, color: 'paperInk.ink3' }}>
            <Search size={18} strokeWidth={1.75} aria-hidden />
          </Box>
        }
        inputProps={{
          'aria-label': t('omni.hint'),
          role: 'combobox',
          'aria-expanded': choices.length > 0,
          'aria-controls': choices.length > 0 ? list : undefined,
          'aria-activedescendant': choices[chosen] ? `${list}-${String(chosen)}` : undefined,
        }}
        sx={{ px: 2.25, height: 52, borderBottom: 1, borderColor: 'divider' }}
      />
      {choices.length === 0 && (
        <Typography role="status" sx={{ px: 2.25, py: 2.25, color: 'text.secondary' }}>
          {t('omni.nothing')}
        </Typography>
      )}
      {choices.length > 0 && (
        <Box component="ul" id={list} role="listbox" aria-label={t('omni.results')} sx={{ p: 0.75, maxHeight: 420, overflow: 'auto' }}>
          {choices.map((choice, index) => (
            <Box
              key={choice.id}
              id={`${list}-${String(index)}`}
              component="li"
              role="option"
              aria-selected={index === chosen}
              onMouseMove={() => {
                setAt(index);
              }}
              onClick={choice.run}
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 1.25,
                minHeight: 38,
                px: 1.5,
                borderRadius: '6px',
                cursor: 'pointer',
                backgroundColor: index === chosen ? 'primary.light' : 'transparent',
              }}
            >
              <Typography sx={{ fontWeight: choice.person ? 500 : 400 }} {...(choice.person ? { 'data-private': true } : {})}>
                {choice.label}
              </Typography>
              {choice.note && (
                <Typography variant="body2" sx={{ color: 'paperInk.ink3' }}>
                  {choice.note}
                </Typography>
              )}
              {index === chosen && (
                <Box component="span" sx={{ ml: 'auto', color: 'paperInk.ink3', display: 'flex' }}>
                  <CornerDownLeft size={15} strokeWidth={1.75} aria-hidden />
                </Box>
              )}
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
