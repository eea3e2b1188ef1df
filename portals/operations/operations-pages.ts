import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root, signedIn } from '../root-route.tsx'

const queues = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./queues-page.tsx'), 'QueuesPage'),
})

/** The pages of the operator's staff. */
export const operationsPages = [queues] as const
