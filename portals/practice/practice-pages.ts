import { createRoute, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router'
import { homeOf } from '../home-of.ts'
import { homeQuery, paymentsQuery, sessionQuery } from '../queries.ts'
import { root, signedIn, worksHere } from '../root-route.tsx'
import { readCalendarSearch } from './calendar-search.ts'
import { insuranceStatusQuery } from './insurance-queries.ts'
import { clientListQuery, clientQuery } from './practice-queries.ts'
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
  beforeLoad: worksHere,
  // Whose workspace is looked at, in a group; every page of the practice keeps it.
  validateSearch: (search: Record<string, unknown>): { clinician?: string | undefined } => text(search, 'clinician'),
  search: { middlewares: [retainSearchParams(['clinician'])] },
  loaderDeps: ({ search: { clinician } }) => ({ clinician }),
  // Asked for together with the page's code, and as soon as somebody points at the link; nothing waits for it here.
  loader: ({ context: { queries, me }, params: { practiceId }, deps: { clinician } }) => {
    const works = me.memberships.some((each) => each.practiceId === practiceId && each.kind !== 'operator')
    if (works) void queries.prefetchQuery(homeQuery(practiceId, clinician))
  },
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
  loaderDeps: ({ search: { show = 'active', clinician } }) => ({ show, clinician }),
  loader: ({ context: { queries }, params: { practiceId }, deps: { show, clinician } }) =>
    void queries.prefetchQuery(clientListQuery(practiceId, show, clinician)),
  component: lazyRouteComponent(() => import('./clients-page.tsx'), 'ClientsPage'),
})
const client = createRoute({
  getParentRoute: () => practice,
  path: '/clients/$personId',
  loader: ({ context: { queries }, params: { practiceId, personId } }) =>
    void queries.prefetchQuery(clientQuery(practiceId, personId)),
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
  loader: ({ context: { queries }, params: { practiceId, sessionId } }) =>
    void queries.prefetchQuery(sessionQuery(practiceId, sessionId)),
  component: lazyRouteComponent(() => import('./session-page.tsx'), 'SessionPage'),
})
const confirm = createRoute({
  getParentRoute: () => practice,
  path: '/sessions/$sessionId/confirm',
  loader: ({ context: { queries }, params: { practiceId, sessionId } }) =>
    void queries.prefetchQuery(sessionQuery(practiceId, sessionId)),
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
  loader: ({ context: { queries }, params: { practiceId } }) => void queries.prefetchQuery(paymentsQuery(practiceId)),
  validateSearch: (search: Record<string, unknown>): { payout?: string | undefined } => text(search, 'payout'),
  component: lazyRouteComponent(() => import('./payments-page.tsx'), 'PaymentsPage'),
})
const insurance = createRoute({
  getParentRoute: () => practice,
  path: '/insurance',
  loaderDeps: ({ search: { clinician } }) => ({ clinician }),
  loader: ({ context: { queries }, params: { practiceId }, deps: { clinician } }) =>
    void queries.prefetchQuery(insuranceStatusQuery(practiceId, clinician)),
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

const team = createRoute({
  getParentRoute: () => practice,
  path: '/team',
  component: lazyRouteComponent(() => import('./team-page.tsx'), 'TeamPage'),
})
const member = createRoute({
  getParentRoute: () => practice,
  path: '/team/$memberId',
  component: lazyRouteComponent(() => import('./member-page.tsx'), 'MemberPage'),
})
const paymentsReport = createRoute({
  getParentRoute: () => practice,
  path: '/payments/$payoutId',
  component: lazyRouteComponent(() => import('./payments-report-page.tsx'), 'PaymentsReportPage'),
})
const onboarding = createRoute({
  getParentRoute: () => practice,
  path: '/start',
  component: lazyRouteComponent(() => import('./onboarding-page.tsx'), 'OnboardingPage'),
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
    team,
    member,
    paymentsReport,
    onboarding,
  ]),
] as const
