import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { LostPage } from './design/lost-page.tsx'
import { PageShapes } from './design/shapes.tsx'
import { homeOf } from './home-of.ts'
import { meQuery, type Show } from './queries.ts'
import { Trouble } from './trouble.ts'

type Context = { queries: QueryClient }

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: () => <LostPage /> })

/** Anyone who is not signed in is led to the sign-in page, and from there to their own door. */
async function signedIn({ context }: { context: Context }) {
  try {
    return { me: await context.queries.ensureQueryData(meQuery) }
  } catch (caught) {
    if (caught instanceof Trouble && caught.problem.status === 401) throw redirect({ to: '/sign-in' })
    throw caught
  }
}

const landing = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./public/landing-page.tsx'), 'LandingPage'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./public/sign-in-page.tsx'), 'SignInPage'),
})
const clientDoor = createRoute({
  getParentRoute: () => root,
  path: '/client',
  component: lazyRouteComponent(() => import('./client/client-door.tsx'), 'ClientDoor'),
})
const operations = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./operations/queues-page.tsx'), 'QueuesPage'),
})
const practiceDoor = createRoute({
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
  component: lazyRouteComponent(() => import('./practice/practice-shell.tsx'), 'PracticeShell'),
})
const home = createRoute({
  getParentRoute: () => practice,
  path: '/',
  component: lazyRouteComponent(() => import('./practice/home-page.tsx'), 'HomePage'),
})
const sessions = createRoute({
  getParentRoute: () => practice,
  path: '/sessions',
  validateSearch: (search: Record<string, unknown>): { show?: Show } =>
    search.show === 'confirmed' || search.show === 'all' ? { show: search.show } : {},
  component: lazyRouteComponent(() => import('./practice/sessions-page.tsx'), 'SessionsPage'),
})
const addSession = createRoute({
  getParentRoute: () => practice,
  path: '/sessions/add',
  component: lazyRouteComponent(() => import('./practice/add-session-page.tsx'), 'AddSessionPage'),
})
const session = createRoute({
  getParentRoute: () => practice,
  path: '/sessions/$sessionId',
  component: lazyRouteComponent(() => import('./practice/session-page.tsx'), 'SessionPage'),
})
const confirm = createRoute({
  getParentRoute: () => practice,
  path: '/sessions/$sessionId/confirm',
  component: lazyRouteComponent(() => import('./practice/confirm-page.tsx'), 'ConfirmPage'),
})
const payments = createRoute({
  getParentRoute: () => practice,
  path: '/payments',
  validateSearch: (search: Record<string, unknown>): { payout?: string } =>
    typeof search.payout === 'string' ? { payout: search.payout } : {},
  component: lazyRouteComponent(() => import('./practice/payments-page.tsx'), 'PaymentsPage'),
})

const tree = root.addChildren([
  landing,
  signIn,
  clientDoor,
  operations,
  practiceDoor,
  practice.addChildren([home, sessions, addSession, session, confirm, payments]),
])

/** The four doors and the pages behind them; each page is fetched when it is first opened. */
export function createPortalRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: PageShapes,
    defaultErrorComponent: ({ error }) => (
      <LostPage error={error instanceof Error ? error : new Error('this page could not be made')} />
    ),
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>
  }
}
