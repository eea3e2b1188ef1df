import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PageHead } from '../design/page-head.tsx'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { accountQuery, insuranceQuery } from './account-queries.ts'
import { CardsPart } from './cards-part.tsx'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { DevicesPart } from './devices-part.tsx'
import { InsurancePart } from './insurance-part.tsx'
import { InvitationsPart } from './invitations-part.tsx'
import { LocationsPart } from './locations-part.tsx'
import { PersonalPart } from './personal-part.tsx'
import { SignInPart } from './sign-in-part.tsx'
import { SignedFormsPart } from './signed-forms-part.tsx'

/** Everything that a client keeps of their own: who they are, insurance, places, cards, and how they sign in. */
export function AccountPage() {
  const { personId, me } = useClientPlace()
  const account = useQuery(accountQuery(personId))
  const insurance = useQuery(insuranceQuery(personId))
  const trouble = account.error ?? insurance.error
  if (trouble || account.data === undefined || insurance.data === undefined) {
    return (
      <>
        <PageHead name="Account" title="Account" />
        {trouble ? <TroubleNotice trouble={trouble} onRetry={() => void account.refetch()} /> : <RowShapes rows={4} />}
      </>
    )
  }
  return (
    <>
      <PageHead name="Account" title="Account" />
      <InvitationsPart invitations={account.data.invitations} />
      <Section name="Personal">
        <PersonalPart account={account.data} />
      </Section>
      <Section name="Insurance">
        <InsurancePart account={account.data} insurance={insurance.data} />
      </Section>
      <Section name="Locations" remark={<p>Where you are when you meet by video.</p>}>
        <LocationsPart locations={account.data.locations} />
      </Section>
      <Section name="Cards">
        <CardsPart />
      </Section>
      <Section name="Forms">
        <SignedFormsPart forms={account.data.forms} />
      </Section>
      {me.people.length > 1 ? (
        <Section name="Household" remark={<p>Whom this login acts for.</p>}>
          <div className={styles.panel}>
            <ul className={styles.rows}>
              {me.people.map((each) => (
                <li key={each.personId}>
                  <b>{each.name}</b>
                  {each.personId === personId ? (
                    <span>Shown now</span>
                  ) : (
                    <Link to="/client/account" search={{ for: each.personId }}>
                      Show<span hidden> {each.name}</span>
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </Section>
      ) : null}
      <Section name="Signing in">
        <SignInPart />
      </Section>
      <Section name="Signed-in devices">
        <DevicesPart />
      </Section>
    </>
  )
}
