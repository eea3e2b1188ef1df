import { PageHead } from '../design/page-head.tsx'

export function AppointmentsPage() {
  return <PageHead name="Appointments" title="Appointments" />
}
