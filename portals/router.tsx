import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { clientPages } from './client/client-pages.ts'
import { demonstrationPages } from './demonstration/demonstration-pages.ts'
import { LostPage } from './design/lost-page.tsx'
import { PageShapes } from './design/shapes.tsx'
import { operationsPages } from './operations/operations-pages.ts'
import { practicePages } from './practice/practice-pages.ts'
import { publicPages } from './public/public-pages.ts'
import { houseQuery } from './queries.ts'
import { root } from './root-route.tsx'

const tree = root.addChildren([
  ...publicPages,
  ...demonstrationPages,
  ...clientPages,
  ...operationsPages,
  ...practicePages,
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

/** Fetches the code of the page that is asked for, and what every page asks, without waiting to know who is signed in. */
export function fetchAhead(router: ReturnType<typeof createPortalRouter>, queries: QueryClient): void {
  void queries.prefetchQuery(houseQuery)
  for (const { routeId } of router.matchRoutes(router.latestLocation)) {
    const route = router.routesById[routeId as keyof typeof router.routesById]
    // What cannot be fetched now is told where the page is made.
    void Promise.resolve(router.loadRouteChunk(route)).catch(() => undefined)
  }
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>
  }
}
