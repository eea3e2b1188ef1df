import { createRoute, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router'
import { homeOf } from '../home-of.ts'
import { root, signedIn } from '../root-route.tsx'
import { readCalendarSearch } from './calendar-search.ts'
import {
  readAddSearch,
  readClientsSearch,
  readClientTab,
  readSessionsSearch,
  readSettingsPart,
  readWhatIfSearch,
  text,
} from './practice-search.ts'

const door = createRoute({
  getParentRoute: () => root,
  path: '/practice',
  beforeLoad: async ({ context }) => {
    const { me } = await signedIn({ context })
    throw redirect({ href: homeOf(me) })
  },
})
const practice = createRoute({
  getParentRoute: () => root,
  path: '/practice/$practiceId',
  beforeLoad: signedIn,
  // Whose workspace is looked at, in a group; every page of the practice keeps it.
  validateSearch: (search: Record<string, unknown>): { clinician?: string | undefined } => text(search, 'clinician'),
  search: { middlewares: [retainSearchParams(['clinician'])] },
  component: lazyRouteComponent(() => import('./practice-shell.tsx'), 'PracticeShell'),
})
const home = createRoute({
  getParentRoute: () => practice,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
})
const calendar = createRoute({
  getParentRoute: () => practice,
  path: '/calendar',
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(() => import('./calendar-page.tsx'), 'CalendarPage'),
})
const clients = createRoute({
  getParentRoute: () => practice,
  path: '/clients',
  validateSearch: readClientsSearch,
  component: lazyRouteComponent(() => import('./clients-page.tsx'), 'ClientsPage'),
})
const client = createRoute({
  getParentRoute: () => practice,
  path: '/clients/$personId',
  validateSearch: readClientTab,
  component: lazyRouteComponent(() => import('./client-page.tsx'), 'ClientPage'),
})
const sessions = createRoute({
  getParentRoute: () => practice,
  path: '/sessions',
  validateSearch: readSessionsSearch,
  component: lazyRouteComponent(() => import('./sessions-page.tsx'), 'SessionsPage'),
})
const addSession = createRoute({
  getParentRoute: () => practice,
  path: '/sessions/add',
  validateSearch: readAddSearch,
  component: lazyRouteComponent(() => import('./add-session-page.tsx'), 'AddSessionPage'),
})
const session = createRoute({
  getParentRoute: () => practice,
  path: '/sessions/$sessionId',
  component: lazyRouteComponent(() => import('./session-page.tsx'), 'SessionPage'),
})
const confirm = createRoute({
  getParentRoute: () => practice,
  path: '/sessions/$sessionId/confirm',
  component: lazyRouteComponent(() => import('./confirm-page.tsx'), 'ConfirmPage'),
})
const explanation = createRoute({
  getParentRoute: () => practice,
  path: '/sessions/$sessionId/explanation',
  component: lazyRouteComponent(() => import('./explanation-page.tsx'), 'ExplanationPage'),
})
const payments = createRoute({
  getParentRoute: () => practice,
  path: '/payments',
  validateSearch: (search: Record<string, unknown>): { payout?: string | undefined } => text(search, 'payout'),
  component: lazyRouteComponent(() => import('./payments-page.tsx'), 'PaymentsPage'),
})
const insurance = createRoute({
  getParentRoute: () => practice,
  path: '/insurance',
  component: lazyRouteComponent(() => import('./insurance-status-page.tsx'), 'InsuranceStatusPage'),
})
const whatIf = createRoute({
  getParentRoute: () => practice,
  path: '/what-if',
  validateSearch: readWhatIfSearch,
  component: lazyRouteComponent(() => import('./what-if-page.tsx'), 'WhatIfPage'),
})
const settings = createRoute({
  getParentRoute: () => practice,
  path: '/settings',
  validateSearch: readSettingsPart,
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
})

/** The pages of a practice: all but its door lie behind one of its members' sign-in. */
export const practicePages = [
  door,
  practice.addChildren([
    home,
    calendar,
    clients,
    client,
    sessions,
    addSession,
    session,
    confirm,
    explanation,
    payments,
    insurance,
    whatIf,
    settings,
  ]),
] as const
