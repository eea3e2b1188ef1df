import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '../design/button-link.tsx'
import { PageHead } from '../design/page-head.tsx'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { accountQuery, insuranceQuery } from './account-queries.ts'
import { accountWords } from './account-words.ts'
import { CardsPart } from './cards-part.tsx'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { dataWords } from './data-words.ts'
import { DevicesPart } from './devices-part.tsx'
import { HouseholdPart } from './household-part.tsx'
import { InsurancePart } from './insurance-part.tsx'
import { InvitationsPart } from './invitations-part.tsx'
import { LocationsPart } from './locations-part.tsx'
import { looksWords } from './looks-words.ts'
import { useWords } from './messages.ts'
import { officeWords } from './office-words.ts'
import { OwnPasskeys } from './own-passkeys.tsx'
import { PersonalPart } from './personal-part.tsx'
import { SignInPart } from './sign-in-part.tsx'
import { SignedFormsPart } from './signed-forms-part.tsx'

/** Everything that a client keeps of their own: who they are, insurance, places, cards, and how they sign in. */
export function AccountPage() {
  const { personId } = useClientPlace()
  const say = useWords(accountWords)
  const sayLooks = useWords(looksWords)
  const sayOffice = useWords(officeWords)
  const sayData = useWords(dataWords)
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
      <Section name={say('household')} remark={<p>{say('householdRemark')}</p>}>
        <HouseholdPart />
      </Section>
      <Section name={sayLooks('title')}>
        <div className={styles.panel}>
          <p className={styles.said}>{sayLooks('lead')}</p>
          <div className={styles.actions}>
            <ButtonLink to="/client/looks" variant="default">
              {sayLooks('seeWho')}
            </ButtonLink>
            <Button component="a" variant="default" href={`/api/clients/${personId}/export.zip`} download="record.zip">
              {sayLooks('takeAlong')}
            </Button>
          </div>
        </div>
      </Section>
      <Section name={sayData('title')}>
        <div className={styles.panel}>
          <p className={styles.said}>{sayData('short')}</p>
          <div className={styles.actions}>
            <ButtonLink to="/client/data" variant="default">
              {sayData('toPage')}
            </ButtonLink>
          </div>
        </div>
      </Section>
      <Section name={sayOffice('title')}>
        <div className={styles.panel}>
          <p className={styles.said}>{sayOffice('lead')}</p>
          <div className={styles.actions}>
            <ButtonLink to="/client/office" variant="default">
              {sayOffice('toPage')}
            </ButtonLink>
          </div>
        </div>
      </Section>
      <Section name={say('signingIn')}>
        <SignInPart />
      </Section>
      <OwnPasskeys />
      <Section name={say('devices')}>
        <DevicesPart />
      </Section>
    </>
  )
}
