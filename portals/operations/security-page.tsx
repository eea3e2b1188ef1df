import { OwnSecurity } from '../design/own-security.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { ResetFactor } from './reset-factor.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

/** How the operator's people sign in, and how they help somebody who lost the second factor. */
export function SecurityPage() {
  const { zone } = useOperatorClock()
  return (
    <>
      <PageHead name="Security" title="Security">
        Your own sign-in, and help for whoever lost phone and codes.
      </PageHead>
      <div className={page.stack}>
        <OwnSecurity zone={zone} />
        <ResetFactor zone={zone} />
      </div>
    </>
  )
}
