import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { QueueSort } from '../../business/operations/page-queue.ts'
import { homeOf } from '../home-of.ts'
import { root, worksHere } from '../root-route.tsx'
import { owedByClientsQuery } from './client-money-queries.ts'
import { type AreasSearch, type CliniciansSearch, cliniciansQuery } from './credentialing-queries.ts'
import {
  type ClaimSearch,
  claimsQuery,
  contractsQuery,
  type MailSearch,
  mailQuery,
  type PostingSearch,
  type QueueSearch,
  queueSummariesQuery,
  type RemittanceSearch,
  remittancesQuery,
  settingsQuery,
  standingQuery,
  treasuryQuery,
} from './operations-queries.ts'

type Given = Record<string, unknown>

// What stands in an address may have been typed: only what is understood is taken from it.
const text = (given: Given, name: string) => {
  const value = given[name]
  return typeof value === 'string' && value !== ''
    ? { [name]: value }
    : typeof value === 'number'
      ? { [name]: `${value}` }
      : {}
}
const pageOf = ({ page }: Given) => (typeof page === 'number' && page > 1 ? { page: Math.floor(page) } : {})
const sorts: readonly QueueSort[] = ['deadline', 'age', 'amount']

const operations = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  beforeLoad: async ({ context }) => {
    const known = await worksHere({ context })
    const isStaff = known.me.memberships.some(({ kind }) => kind === 'operator')
    if (!isStaff) throw redirect({ href: homeOf(known.me) })
    return known
  },
  // After beforeLoad: in this order the types of what it adds to the context are inferred.
  loader: ({ context: { queries } }) => void queries.prefetchQuery(queueSummariesQuery),
  component: lazyRouteComponent(() => import('./operations-shell.tsx'), 'OperationsDoor'),
})
const queues = createRoute({
  getParentRoute: () => operations,
  path: '/',
  loader: ({ context: { queries } }) => void queries.prefetchQuery(standingQuery),
  component: lazyRouteComponent(() => import('./queues-page.tsx'), 'QueuesPage'),
})
const queue = createRoute({
  getParentRoute: () => operations,
  path: '/queues/$queue',
  validateSearch: (given: Given): QueueSearch => ({
    ...(sorts.includes(given.sort as QueueSort) ? { sort: given.sort as QueueSort } : {}),
    ...pageOf(given),
    ...text(given, 'payer'),
    ...text(given, 'owner'),
    ...text(given, 'reason'),
  }),
  component: lazyRouteComponent(() => import('./queue-page.tsx'), 'QueuePage'),
})
const claims = createRoute({
  getParentRoute: () => operations,
  path: '/claims',
  validateSearch: (given: Given): ClaimSearch => ({
    ...text(given, 'q'),
    ...text(given, 'status'),
    ...pageOf(given),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => void queries.prefetchQuery(claimsQuery(deps)),
  component: lazyRouteComponent(() => import('./claims-page.tsx'), 'ClaimsPage'),
})
const claim = createRoute({
  getParentRoute: () => operations,
  path: '/claims/$practiceId/$claimId',
  component: lazyRouteComponent(() => import('./claim-page.tsx'), 'OneClaimPage'),
})
const remittances = createRoute({
  getParentRoute: () => operations,
  path: '/remittances',
  validateSearch: (given: Given): RemittanceSearch => ({
    ...text(given, 'state'),
    ...text(given, 'payer'),
    ...text(given, 'q'),
    ...pageOf(given),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => void queries.prefetchQuery(remittancesQuery(deps)),
  component: lazyRouteComponent(() => import('./remittances-page.tsx'), 'RemittancesPage'),
})
const remittance = createRoute({
  getParentRoute: () => operations,
  path: '/remittances/$remittanceId',
  component: lazyRouteComponent(() => import('./remittance-page.tsx'), 'OneRemittancePage'),
})
const treasury = createRoute({
  getParentRoute: () => operations,
  path: '/treasury',
  loader: ({ context: { queries } }) => void queries.prefetchQuery(treasuryQuery),
  component: lazyRouteComponent(() => import('./treasury-page.tsx'), 'TreasuryPage'),
})
const postings = createRoute({
  getParentRoute: () => operations,
  path: '/postings',
  validateSearch: (given: Given): PostingSearch => ({
    ...text(given, 'book'),
    ...text(given, 'kind'),
    ...text(given, 'subject'),
    ...text(given, 'payer'),
    ...text(given, 'month'),
    ...pageOf(given),
  }),
  component: lazyRouteComponent(() => import('./postings-page.tsx'), 'PostingsPage'),
})
const session = createRoute({
  getParentRoute: () => operations,
  path: '/practices/$practiceId/sessions/$sessionId',
  component: lazyRouteComponent(() => import('./session-side-page.tsx'), 'SessionSidePage'),
})
const owedByClients = createRoute({
  getParentRoute: () => operations,
  path: '/owed-by-clients',
  loader: ({ context: { queries } }) => void queries.prefetchQuery(owedByClientsQuery),
  component: lazyRouteComponent(() => import('./owed-by-clients-page.tsx'), 'OwedByClientsPage'),
})
const mail = createRoute({
  getParentRoute: () => operations,
  path: '/mail',
  validateSearch: (given: Given): MailSearch => ({ ...text(given, 'state'), ...pageOf(given) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => void queries.prefetchQuery(mailQuery(deps)),
  component: lazyRouteComponent(() => import('./mail-page.tsx'), 'MailPage'),
})
const clinicians = createRoute({
  getParentRoute: () => operations,
  path: '/credentialing',
  loader: ({ context: { queries } }) => void queries.prefetchQuery(cliniciansQuery),
  validateSearch: (given: Given): CliniciansSearch => ({
    ...text(given, 'practice'),
    ...text(given, 'state'),
    ...text(given, 'what'),
  }),
  component: lazyRouteComponent(() => import('./clinicians-page.tsx'), 'CliniciansPage'),
})
const clinician = createRoute({
  getParentRoute: () => operations,
  path: '/credentialing/$practiceId/$memberId',
  component: lazyRouteComponent(() => import('./clinician-page.tsx'), 'ClinicianPage'),
})
const serviceAreas = createRoute({
  getParentRoute: () => operations,
  path: '/service-areas',
  validateSearch: (given: Given): AreasSearch => text(given, 'state'),
  component: lazyRouteComponent(() => import('./service-areas-page.tsx'), 'ServiceAreasPage'),
})
const contracts = createRoute({
  getParentRoute: () => operations,
  path: '/contracts',
  loader: ({ context: { queries } }) => void queries.prefetchQuery(contractsQuery),
  component: lazyRouteComponent(() => import('./contracts-page.tsx'), 'ContractsPage'),
})
const contract = createRoute({
  getParentRoute: () => operations,
  path: '/contracts/$contractId',
  component: lazyRouteComponent(() => import('./contract-page.tsx'), 'OneContractPage'),
})
const contractYears = createRoute({
  getParentRoute: () => operations,
  path: '/contracts/$contractId/years',
  component: lazyRouteComponent(() => import('./contract-years-page.tsx'), 'ContractYearsPage'),
})
const security = createRoute({
  getParentRoute: () => operations,
  path: '/security',
  component: lazyRouteComponent(() => import('./security-page.tsx'), 'SecurityPage'),
})
const settings = createRoute({
  getParentRoute: () => operations,
  path: '/settings',
  loader: ({ context: { queries } }) => void queries.prefetchQuery(settingsQuery),
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
})

const explanation = createRoute({
  getParentRoute: () => operations,
  path: '/sessions/$sessionId/explanation',
  component: lazyRouteComponent(() => import('./explanation-page.tsx'), 'ExplanationPage'),
})

const joining = createRoute({
  getParentRoute: () => operations,
  path: '/joining',
  validateSearch: ({ due }: Given): { due?: 'now' } => (due === 'now' ? { due } : {}),
  component: lazyRouteComponent(() => import('./joining-page.tsx'), 'JoiningPage'),
})
const application = createRoute({
  getParentRoute: () => operations,
  path: '/joining/$applicationId',
  component: lazyRouteComponent(() => import('./application-page.tsx'), 'OneApplicationPage'),
})
const consultants = createRoute({
  getParentRoute: () => operations,
  path: '/joining/consultants',
  component: lazyRouteComponent(() => import('./consultants-page.tsx'), 'ConsultantsPage'),
})
const documents = createRoute({
  getParentRoute: () => operations,
  path: '/joining/papers',
  component: lazyRouteComponent(() => import('./papers-page.tsx'), 'PapersPage'),
})
const requests = createRoute({
  getParentRoute: () => operations,
  path: '/requests',
  component: lazyRouteComponent(() => import('./requests-page.tsx'), 'RequestsPage'),
})

const removals = createRoute({
  getParentRoute: () => operations,
  path: '/removals',
  component: lazyRouteComponent(() => import('./removals-page.tsx'), 'RemovalsPage'),
})
const deletions = createRoute({
  getParentRoute: () => operations,
  path: '/deletions',
  component: lazyRouteComponent(() => import('./deletions-page.tsx'), 'DeletionsPage'),
})
const deletion = createRoute({
  getParentRoute: () => operations,
  path: '/deletions/$requestId',
  component: lazyRouteComponent(() => import('./deletion-page.tsx'), 'OneDeletionPage'),
})

/** The pages of the operator's staff; all lie behind their sign-in. */
export const operationsPages = [
  operations.addChildren([
    queues,
    queue,
    claims,
    claim,
    remittances,
    remittance,
    treasury,
    postings,
    session,
    owedByClients,
    explanation,
    mail,
    clinicians,
    clinician,
    serviceAreas,
    contracts,
    contract,
    contractYears,
    security,
    settings,
    joining,
    application,
    consultants,
    documents,
    requests,
    removals,
    deletions,
    deletion,
  ]),
] as const
