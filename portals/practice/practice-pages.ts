import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { homeOf } from '../home-of.ts'
import type { Show } from '../queries.ts'
import { root, signedIn } from '../root-route.tsx'

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
  component: lazyRouteComponent(() => import('./practice-shell.tsx'), 'PracticeShell'),
})
const home = createRoute({
  getParentRoute: () => practice,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
})
const sessions = createRoute({
  getParentRoute: () => practice,
  path: '/sessions',
  validateSearch: (search: Record<string, unknown>): { show?: Show } =>
    search.show === 'confirmed' || search.show === 'all' ? { show: search.show } : {},
  component: lazyRouteComponent(() => import('./sessions-page.tsx'), 'SessionsPage'),
})
const addSession = createRoute({
  getParentRoute: () => practice,
  path: '/sessions/add',
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
const payments = createRoute({
  getParentRoute: () => practice,
  path: '/payments',
  validateSearch: (search: Record<string, unknown>): { payout?: string } =>
    typeof search.payout === 'string' ? { payout: search.payout } : {},
  component: lazyRouteComponent(() => import('./payments-page.tsx'), 'PaymentsPage'),
})

/** The pages of a practice: all but its door lie behind one of its members' sign-in. */
export const practicePages = [
  door,
  practice.addChildren([home, sessions, addSession, session, confirm, payments]),
] as const
