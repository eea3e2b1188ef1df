import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root-route.tsx'

const clientDoor = createRoute({
  getParentRoute: () => root,
  path: '/client',
  component: lazyRouteComponent(() => import('./client-door.tsx'), 'ClientDoor'),
})

/** The pages of clients. */
export const clientPages = [clientDoor] as const
