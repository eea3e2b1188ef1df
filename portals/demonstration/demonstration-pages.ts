import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root-route.tsx'

const mailbox = createRoute({
  getParentRoute: () => root,
  path: '/mailbox',
  validateSearch: (search: Record<string, unknown>): { letter?: string } =>
    typeof search.letter === 'string' ? { letter: search.letter } : {},
  component: lazyRouteComponent(() => import('./mailbox-page.tsx'), 'MailboxPage'),
})
const switchboard = createRoute({
  getParentRoute: () => root,
  path: '/switchboard',
  component: lazyRouteComponent(() => import('./switchboard-page.tsx'), 'SwitchboardPage'),
})

/** The pages that exist in a demonstration only. */
export const demonstrationPages = [mailbox, switchboard] as const
