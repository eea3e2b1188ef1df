import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root, signedIn } from '../root-route.tsx'
import { networkQuery } from './network-query.ts'

const landing = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: ({ context: { queries } }) => void queries.prefetchQuery(networkQuery),
  component: lazyRouteComponent(() => import('./landing-page.tsx'), 'LandingPage'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})
const twoFactors = createRoute({
  getParentRoute: () => root,
  path: '/two-factors',
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./two-factors-page.tsx'), 'TwoFactorsPage'),
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

const patient = createRoute({
  getParentRoute: () => root,
  path: '/patient',
  component: lazyRouteComponent(() => import('./patient-page.tsx'), 'PatientPage'),
})
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./sign-up-page.tsx'), 'SignUpPage'),
})
const invited = createRoute({
  getParentRoute: () => root,
  path: '/invited',
  component: lazyRouteComponent(() => import('./invited-page.tsx'), 'InvitedPage'),
})
const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('./verify-email-page.tsx'), 'VerifyEmailPage'),
})
const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email',
  component: lazyRouteComponent(() => import('./confirm-email-page.tsx'), 'ConfirmEmailPage'),
})
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./forgot-password-page.tsx'), 'ForgotPasswordPage'),
})
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./reset-password-page.tsx'), 'ResetPasswordPage'),
})
const forPractices = createRoute({
  getParentRoute: () => root,
  path: '/for-practices',
  validateSearch: ({ kind }: Record<string, unknown>): { kind?: 'new_group' | 'solo_to_group' } =>
    kind === 'new_group' || kind === 'solo_to_group' ? { kind } : {},
  component: lazyRouteComponent(() => import('./for-practices-page.tsx'), 'ForPracticesPage'),
})
const joining = createRoute({
  getParentRoute: () => root,
  path: '/joining',
  component: lazyRouteComponent(() => import('./joining-page.tsx'), 'JoiningPage'),
})
const ownCall = createRoute({
  getParentRoute: () => root,
  path: '/joining/call',
  component: lazyRouteComponent(() => import('./own-call-page.tsx'), 'OwnCallPage'),
})
const joinTeam = createRoute({
  getParentRoute: () => root,
  path: '/join-team',
  component: lazyRouteComponent(() => import('./join-team-page.tsx'), 'JoinTeamPage'),
})
const comingIn = [forPractices, joining, ownCall, joinTeam] as const
const ownAccount = [patient, signUp, invited, verifyEmail, confirmEmail, forgotPassword, resetPassword] as const

/** What anyone may read, and the way in. */
export const publicPages = [landing, signIn, twoFactors, ...ownAccount, ...comingIn, help, article] as const
