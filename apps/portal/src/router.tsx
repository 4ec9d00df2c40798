/** The addresses of the portal, after the `#`. None says who is being viewed or which record is open. */
import { ScreenFault } from '@keychart/react';
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { HomeScreen } from './home/home-screen.tsx';
import { MeScreen } from './me/me-screen.tsx';
import { RecordScreen } from './record/record-screen.tsx';
import { SectionScreen } from './record/section-screen.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: HomeScreen }),
  createRoute({ getParentRoute: () => root, path: '/record', component: RecordScreen }),
  createRoute({ getParentRoute: () => root, path: '/record/$section', component: SectionScreen }),
  createRoute({
    getParentRoute: () => root,
    path: '/record/$section/$page',
    component: lazyRouteComponent(() => import('./record/detail-screen.tsx'), 'DetailScreen'),
  }),
  createRoute({ getParentRoute: () => root, path: '/me', component: MeScreen }),
  createRoute({
    getParentRoute: () => root,
    path: '/me/access-log',
    component: lazyRouteComponent(() => import('./me/access-log-screen.tsx'), 'AccessLogScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/me/unreadable',
    component: lazyRouteComponent(() => import('./me/unreadable-screen.tsx'), 'UnreadableScreen'),
  }),
] as const;

export const createPortalRouter = () =>
  createRouter({
    routeTree: root.addChildren([...routes]),
    history: createHashHistory(),
    defaultPreload: 'intent',
    defaultErrorComponent: ScreenFault,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
