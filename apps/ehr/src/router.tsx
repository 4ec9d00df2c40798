/**
 * The addresses of the workstation, after the `#`. None holds a patient's name or id: browsers keep their history in the
 * clear, so a chart is addressed by the number of its tab, which means nothing after a lock.
 */
import { ScreenFault } from '@keychart/react';
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { ChartScreen } from './chart/chart-screen.tsx';
import { PatientListScreen } from './patients/patient-list-screen.tsx';
import { NotFound } from './screen/not-found.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/patients' });
    },
  }),
  createRoute({ getParentRoute: () => root, path: '/patients', component: PatientListScreen }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/new',
    component: lazyRouteComponent(() => import('./new-patient/new-patient-screen.tsx'), 'NewPatientScreen'),
  }),
  createRoute({ getParentRoute: () => root, path: '/chart/$tab/$section', component: ChartScreen }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff',
    component: lazyRouteComponent(() => import('./staff/staff-screen.tsx'), 'StaffScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/access-log',
    component: lazyRouteComponent(() => import('./access-log/access-log-screen.tsx'), 'AccessLogScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/policies',
    component: lazyRouteComponent(() => import('./policies/policies-screen.tsx'), 'PoliciesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/services',
    component: lazyRouteComponent(() => import('./services/services-screen.tsx'), 'ServicesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sending',
    component: lazyRouteComponent(() => import('./outbox/outbox-screen.tsx'), 'OutboxScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/unreadable',
    component: lazyRouteComponent(() => import('./unreadable/unreadable-screen.tsx'), 'UnreadableScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/device',
    component: lazyRouteComponent(() => import('./device/device-screen.tsx'), 'DeviceScreen'),
  }),
] as const;

/** @param back the chart and section to begin with. */
export function createWorkstationRouter(back?: { readonly tab: string; readonly section: string }) {
  if (back !== undefined) history.replaceState(null, '', `#/chart/${back.tab}/${back.section}`);
  // Tab numbers of an earlier session mean nothing: whoever comes back begins at the patients.
  else if (location.hash.startsWith('#/chart/')) history.replaceState(null, '', '#/patients');
  return createRouter({
    routeTree: root.addChildren([...routes]),
    history: createHashHistory(),
    defaultPreload: 'intent',
    defaultErrorComponent: ScreenFault,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createWorkstationRouter>;
  }
}
