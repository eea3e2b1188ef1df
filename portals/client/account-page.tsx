import { PageHead } from '../design/page-head.tsx'

export function AccountPage() {
  return <PageHead name="Account" title="Account" />
}
