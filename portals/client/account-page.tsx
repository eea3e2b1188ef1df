import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PageHead } from '../design/page-head.tsx'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { accountQuery, insuranceQuery } from './account-queries.ts'
import { accountWords } from './account-words.ts'
import { CardsPart } from './cards-part.tsx'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { DevicesPart } from './devices-part.tsx'
import { InsurancePart } from './insurance-part.tsx'
import { InvitationsPart } from './invitations-part.tsx'
import { LocationsPart } from './locations-part.tsx'
import { useWords } from './messages.ts'
import { PersonalPart } from './personal-part.tsx'
import { SignInPart } from './sign-in-part.tsx'
import { SignedFormsPart } from './signed-forms-part.tsx'

/** Everything that a client keeps of their own: who they are, insurance, places, cards, and how they sign in. */
export function AccountPage() {
  const { personId, me } = useClientPlace()
  const say = useWords(accountWords)
  const account = useQuery(accountQuery(personId))
  const insurance = useQuery(insuranceQuery(personId))
  const trouble = account.error ?? insurance.error
  if (trouble || account.data === undefined || insurance.data === undefined) {
    return (
      <>
        <PageHead name={say('account')} title={say('account')} />
        {trouble ? <TroubleNotice trouble={trouble} onRetry={() => void account.refetch()} /> : <RowShapes rows={4} />}
      </>
    )
  }
  return (
    <>
      <PageHead name={say('account')} title={say('account')} />
      <InvitationsPart invitations={account.data.invitations} />
      <Section name={say('personal')}>
        <PersonalPart account={account.data} />
      </Section>
      <Section name={say('insurance')}>
        <InsurancePart account={account.data} insurance={insurance.data} />
      </Section>
      <Section name={say('locations')} remark={<p>{say('locationsRemark')}</p>}>
        <LocationsPart locations={account.data.locations} />
      </Section>
      <Section name={say('cards')}>
        <CardsPart />
      </Section>
      <Section name={say('forms')}>
        <SignedFormsPart forms={account.data.forms} />
      </Section>
      {me.people.length > 1 ? (
        <Section name={say('household')} remark={<p>{say('householdRemark')}</p>}>
          <div className={styles.panel}>
            <ul className={styles.rows}>
              {me.people.map((each) => (
                <li key={each.personId}>
                  <b>{each.name}</b>
                  {each.personId === personId ? (
                    <span>{say('shownNow')}</span>
                  ) : (
                    <Link to="/client/account" search={{ for: each.personId }}>
                      {say('show')}
                      <span hidden> {each.name}</span>
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </Section>
      ) : null}
      <Section name={say('signingIn')}>
        <SignInPart />
      </Section>
      <Section name={say('devices')}>
        <DevicesPart />
      </Section>
    </>
  )
}
