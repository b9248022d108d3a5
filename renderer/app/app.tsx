import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router';
import type { Profile } from '../lib/profile';
import { makeQueryClient } from '../lib/query';
import { CrumbProvider, ToastProvider } from '../ui';
import { makeRouter } from './router';
import { SessionProvider, type Status } from './session/session-context';
import { ThemeProvider } from './theme/theme-provider';

export function App({ status, profile }: { status: Status; profile: Profile | null }) {
  const [client] = useState(makeQueryClient);
  const [router] = useState(makeRouter);
  return (
    <QueryClientProvider client={client}>
      <ThemeProvider>
        <SessionProvider status={status} profile={profile}>
          <ToastProvider>
            <CrumbProvider>
              <RouterProvider router={router} />
            </CrumbProvider>
          </ToastProvider>
        </SessionProvider>
      </ThemeProvider>
    </QueryClientProvider>
  );
}
