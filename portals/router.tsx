import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { clientPages } from './client/client-pages.ts'
import { demonstrationPages } from './demonstration/demonstration-pages.ts'
import { LostPage } from './design/lost-page.tsx'
import { PageShapes } from './design/shapes.tsx'
import { operationsPages } from './operations/operations-pages.ts'
import { practicePages } from './practice/practice-pages.ts'
import { publicPages } from './public/public-pages.ts'
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

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>
  }
}
