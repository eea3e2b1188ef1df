import { createRoute, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router'
import { root, signedIn } from '../root-route.tsx'
import { accountQuery, cardsQuery, insuranceQuery } from './account-queries.ts'
import { appointmentsQuery, billingQuery } from './visit-queries.ts'

const client = createRoute({
  getParentRoute: () => root,
  path: '/client',
  // For whom, where a login acts for several, and in which language; kept from page to page. An id, never a name.
  validateSearch: (search: Record<string, unknown>): { for?: string; lang?: string } => ({
    ...(typeof search.for === 'string' ? { for: search.for } : {}),
    ...(typeof search.lang === 'string' ? { lang: search.lang } : {}),
  }),
  search: { middlewares: [retainSearchParams(['for', 'lang'])] },
  beforeLoad: async ({ context, search }) => {
    const { me } = await signedIn({ context })
    const person = me.people.find(({ personId }) => personId === search.for) ?? me.people[0]
    return { me, personId: person?.personId ?? null }
  },
  component: lazyRouteComponent(() => import('./client-shell.tsx'), 'ClientShell'),
})
const door = createRoute({
  getParentRoute: () => client,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/client/appointments' })
  },
})
const appointments = createRoute({
  getParentRoute: () => client,
  path: '/appointments',
  loader: ({ context: { queries, personId } }) => {
    if (personId === null) return
    void queries.prefetchQuery(appointmentsQuery(personId))
  },
  component: lazyRouteComponent(() => import('./appointments-page.tsx'), 'AppointmentsPage'),
})
const visit = createRoute({
  getParentRoute: () => client,
  path: '/appointments/$sessionId',
  loader: ({ context: { queries, personId } }) => {
    if (personId === null) return
    void queries.prefetchQuery(appointmentsQuery(personId))
  },
  component: lazyRouteComponent(() => import('./visit-page.tsx'), 'VisitPage'),
})
const billing = createRoute({
  getParentRoute: () => client,
  path: '/billing',
  loader: ({ context: { queries, personId } }) => {
    if (personId === null) return
    void queries.prefetchQuery(billingQuery(personId))
  },
  component: lazyRouteComponent(() => import('./billing-page.tsx'), 'BillingPage'),
})
const start = createRoute({
  getParentRoute: () => client,
  path: '/start',
  loader: ({ context: { queries, personId } }) => {
    if (personId === null) return
    void queries.prefetchQuery(accountQuery(personId))
    void queries.prefetchQuery(insuranceQuery(personId))
    void queries.prefetchQuery(cardsQuery(personId))
  },
  component: lazyRouteComponent(() => import('./start-page.tsx'), 'StartPage'),
})
const account = createRoute({
  getParentRoute: () => client,
  path: '/account',
  loader: ({ context: { queries, personId } }) => {
    if (personId === null) return
    void queries.prefetchQuery(accountQuery(personId))
    void queries.prefetchQuery(insuranceQuery(personId))
  },
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
})
const looks = createRoute({
  getParentRoute: () => client,
  path: '/looks',
  component: lazyRouteComponent(() => import('./looks-page.tsx'), 'LooksPage'),
})

const office = createRoute({
  getParentRoute: () => client,
  path: '/office',
  component: lazyRouteComponent(() => import('./office-page.tsx'), 'OfficePage'),
})

const data = createRoute({
  getParentRoute: () => client,
  path: '/data',
  component: lazyRouteComponent(() => import('./data-page.tsx'), 'DataPage'),
})

/** The pages of clients, each behind the sign-in of a login that acts for somebody. */
export const clientPages = [
  client.addChildren([door, appointments, visit, billing, start, account, looks, office, data]),
] as const
