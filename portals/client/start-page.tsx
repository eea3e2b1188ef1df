import { PageHead } from '../design/page-head.tsx'

export function StartPage() {
  return <PageHead name="Checklist" title="Checklist" />
}
