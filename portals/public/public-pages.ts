import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root-route.tsx'

const landing = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./landing-page.tsx'), 'LandingPage'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  validateSearch: (search: Record<string, unknown>): { q?: string } =>
    typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {},
  component: lazyRouteComponent(() => import('./help/help-page.tsx'), 'HelpPage'),
})
const article = createRoute({
  getParentRoute: () => root,
  path: '/help/$slug',
  component: lazyRouteComponent(() => import('./help/article-page.tsx'), 'ArticlePage'),
})

/** What anyone may read, and the way in. */
export const publicPages = [landing, signIn, help, article] as const
