import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root, signedIn } from '../root-route.tsx'

const queues = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./queues-page.tsx'), 'QueuesPage'),
})

const explanation = createRoute({
  getParentRoute: () => root,
  path: '/operations/sessions/$sessionId/explanation',
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./explanation-page.tsx'), 'ExplanationPage'),
})

/** The pages of the operator's staff. */
export const operationsPages = [explanation, queues] as const
