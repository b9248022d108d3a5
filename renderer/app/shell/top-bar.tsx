import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import { ChevronDown, Lock, Moon, Search, Settings2, Sun } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LANGUAGES } from '../../../shared/kernel/roles';
import { currentLanguage } from '../../lib/i18n';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { Breadcrumbs, PersonAvatar, useToast } from '../../ui';
import { useSession } from '../session/session-context';

export function Kbd({ children }: { children: string }) {
  return (
    <Box
      component="kbd"
      sx={{
        font: 'inherit',
        fontSize: 11.5,
        lineHeight: '16px',
        fontWeight: 500,
        color: 'paperInk.ink3',
        border: 1,
        borderColor: 'divider',
        borderRadius: '4px',
        px: 0.625,
        backgroundColor: 'background.default',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Box>
  );
}

export function TopBar({ onSearch }: { onSearch: () => void }) {
  const { t } = useTranslation('app');
  const { lock } = useSession();
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 1, md: 2 },
        pl: { xs: 2, md: 4 },
        pr: { xs: 1.5, md: 2.5 },
        borderBottom: 1,
        borderColor: 'divider',
        minWidth: 0,
      }}
    >
      <Breadcrumbs />
      <ButtonBase
        onClick={onSearch}
        aria-keyshortcuts="Control+K"
        sx={{
          ml: 'auto',
          width: 272,
          flex: { xs: '0 1 130px', md: '0 1 272px' },
          height: 32,
          border: 1,
          borderColor: 'divider',
          borderRadius: '6px',
          backgroundColor: 'background.paper',
          justifyContent: 'flex-start',
          gap: 1,
          pl: 1.25,
          pr: 1,
          fontSize: 13,
          color: 'paperInk.ink3',
        }}
      >
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <Box component="span" sx={{ flex: 1, textAlign: 'left', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {t('omni.hint')}
        </Box>
        <Box component="span" sx={{ display: { xs: 'none', md: 'inline' } }}>
          <Kbd>Ctrl K</Kbd>
        </Box>
      </ButtonBase>
      <LanguageMenu />
      <PersonMenu />
      <Button
        variant="outlined"
        size="small"
        aria-keyshortcuts="Control+L"
        title="Ctrl+L"
        startIcon={<Lock size={15} strokeWidth={1.75} aria-hidden />}
        onClick={() => {
          void lock();
        }}
      >
        {t('shell.lock')}
      </Button>
    </Box>
  );
}

function LanguageMenu() {
  const { t } = useTranslation('app');
  const { chooseLanguage } = useSession();
  const toast = useToast();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => {
    setAnchor(null);
  };
  return (
    <>
      <Button
        size="small"
        color="inherit"
        aria-haspopup="menu"
        aria-label={t('shell.language', { now: t(`languageShort.${currentLanguage()}`) })}
        endIcon={<ChevronDown size={14} strokeWidth={1.75} aria-hidden />}
        sx={{ color: 'text.secondary' }}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        {t(`languageShort.${currentLanguage()}`)}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {LANGUAGES.map((language) => (
          <MenuItem
            key={language}
            lang={language}
            selected={language === currentLanguage()}
            onClick={() => {
              close();
              chooseLanguage(language).catch(toast.fail);
            }}
          >
            {t(`languageOwn.${language}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

/** At 200 % zoom only the initials stay in sight; a screen reader still hears the name. */
const narrowHidden = { position: { xs: 'absolute', md: 'static' }, clipPath: { xs: 'inset(50%)', md: 'none' } } as const;

function PersonMenu() {
  const { t } = useTranslation('app');
  const profile = useProfile();
  const navigate = useNavigate();
  const { mode, systemMode, setMode } = useColorScheme();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => {
    setAnchor(null);
  };
  const roles = profile.roles.map((role) => t(`role.${role}`)).join(', ');
  const dark = (mode === 'system' ? systemMode : mode) === 'dark';
  return (
    <>
      <ButtonBase
        aria-haspopup="menu"
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
        sx={{ gap: 1.125, fontSize: 13, lineHeight: '16px', textAlign: 'left', borderRadius: '6px', flex: 'none', py: 0.25 }}
      >
        <PersonAvatar name={profile.name} size={28} />
        <Box component="span" sx={{ ...narrowHidden, whiteSpace: 'nowrap', maxWidth: 190, overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {profile.name}{' '}
          <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'paperInk.ink3', overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {roles}
          </Box>
        </Box>
      </ButtonBase>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem
          onClick={() => {
            close();
            void navigate(paths.preferences());
          }}
        >
          <ListItemIcon>
            <Settings2 size={16} strokeWidth={1.75} aria-hidden />
          </ListItemIcon>
          {t('shell.preferences')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            setMode(dark ? 'light' : 'dark');
            close();
          }}
        >
          <ListItemIcon>{dark ? <Sun size={16} strokeWidth={1.75} aria-hidden /> : <Moon size={16} strokeWidth={1.75} aria-hidden />}</ListItemIcon>
          {t(dark ? 'shell.light' : 'shell.dark')}
        </MenuItem>
      </Menu>
    </>
  );
}
