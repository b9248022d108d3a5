import { createHashRouter, type RouteObject } from 'react-router';
import { Broken, NoSuchPage } from './broken';
import { Gate } from './gate';
import { modules } from './modules';

const own: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./today/today.page')).TodayPage }) },
  { path: 'recovery/:which', lazy: async () => ({ Component: (await import('./session/recovery.page')).RecoveryPage }) },
];

/** Addresses after the #: the same under the desktop program's own scheme and the browser host, and a reload keeps them. */
export const makeRouter = (): ReturnType<typeof createHashRouter> =>
  createHashRouter([
    ...modules.flatMap((module) =>
      [...(module.publicRoutes ?? [])].map((route) => ({
        ...route,
        path: `/${route.path ?? ''}`,
        errorElement: <Broken />,
        hydrateFallbackElement: <></>,
      })),
    ),
    {
      path: '/',
      element: <Gate />,
      errorElement: <Broken />,
      hydrateFallbackElement: <></>,
      children: [
        { errorElement: <Broken />, children: [...own, ...modules.flatMap((module) => [...module.routes]), { path: '*', element: <NoSuchPage /> }] },
      ],
    },
  ]);
