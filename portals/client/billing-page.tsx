import { PageHead } from '../design/page-head.tsx'

export function BillingPage() {
  return <PageHead name="Billing" title="Billing" />
}
