import Box from '@mui/material/Box';
import { Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useShortcut } from '../../lib/use-shortcut';
import { Skeleton, useToast } from '../../ui';
import { useSession } from '../session/session-context';
import { IdleWatch } from './idle-watch';
import { OmniBox } from './omni-box';
import { Rail } from './rail';
import { TopBar } from './top-bar';
import { VaultNotices } from './vault-notices';

/** Rail, bar, and the sheet of the moment. */
export function Shell() {
  const { t } = useTranslation('app');
  const { lock } = useSession();
  const toast = useToast();
  const [searching, setSearching] = useState(false);
  const openSearch = useCallback(() => {
    setSearching(true);
  }, []);
  useShortcut('ctrl+l', () => {
    void lock();
  });
  useShortcut('ctrl+k', openSearch);
  useShortcut('f8', () => {
    const hidden = document.documentElement.toggleAttribute('data-look-away');
    if (hidden) toast.show(t('ui:person.lookAway'));
  });
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '54px minmax(0, 1fr)', md: '208px minmax(0, 1fr)' }, height: '100%', overflow: 'hidden' }}>
      <Box
        component="a"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
        sx={{ position: 'absolute', left: -9999, '&:focus': { left: 8, top: 8, zIndex: 10, backgroundColor: 'background.paper', p: 1 } }}
      >
        {t('shell.skip')}
      </Box>
      <Rail />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: '52px auto minmax(0, 1fr)', minHeight: 0 }}>
        <TopBar onSearch={openSearch} />
        <Box>
          <VaultNotices />
        </Box>
        <Box component="main" id="content" tabIndex={-1} sx={{ minHeight: 0, outline: 'none' }}>
          <Suspense
            fallback={
              <Box sx={{ px: 4, pt: 3 }}>
                <Skeleton />
              </Box>
            }
          >
            <Outlet />
          </Suspense>
        </Box>
      </Box>
      <OmniBox
        open={searching}
        onClose={() => {
          setSearching(false);
        }}
      />
      <IdleWatch />
    </Box>
  );
}
