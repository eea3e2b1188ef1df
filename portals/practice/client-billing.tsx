import { formatCents } from '../../libraries/money/index.ts'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { BillingMethodSection } from './billing-method.tsx'
import { CardPhotos } from './card-photos.tsx'
import { ClientInvitation } from './client-invitation.tsx'
import { ClientPlaces } from './client-places.tsx'
import type { ClientPage } from './practice-answers.ts'
import type { Place } from './practice-place.ts'
import rows from './rows.module.css'

type Props = { client: ClientPage; place: Place }

/** Where and how this client can be billed; their plan, card and places beside it. */
export function ClientBilling({ client, place }: Props) {
  return (
    <div className={page.columns}>
      <div className={page.stack}>
        <BillingMethodSection client={client} place={place} />
        <ClientPlaces client={client} place={place} />
      </div>
      <aside className={page.stack} aria-label="Plan and payment">
        <Insurance client={client} place={place} />
        <PaymentMethod client={client} />
        <Section name="Contact">
          <dl className={page.facts}>
            <div className={page.fact}>
              <dt>E-mail</dt>
              <dd>{client.email ?? 'None on file'}</dd>
            </div>
          </dl>
          <ClientInvitation personId={client.personId} place={place} />
        </Section>
      </aside>
    </div>
  )
}

const coverageWords = {
  active: 'Active, as the insurer said',
  inactive: 'Not active: ask for the current card',
  unverified: 'Not verified yet: our staff asks the insurer; sessions are confirmed once it is',
  asked_again: 'Not verified: your client is asked in their portal',
  none: 'None on file',
} as const

function Insurance({ client: { policy, personId, readiness }, place }: Props) {
  if (policy === null) {
    return (
      <Section name="Insurance">
        <p className={rows.sub}>No plan on file. Your client enters it in their portal, with a photo of the card.</p>
      </Section>
    )
  }
  const facts = [
    ['Plan', `${policy.payerName}, ${policy.planName}`],
    ['Member ID', policy.memberId],
    ...(policy.groupNumber ? [['Group', policy.groupNumber]] : []),
    ['Copay', `${formatCents(policy.copayCents)}, what the client pays each time`],
    ['Coverage', coverageWords[readiness.coverage]],
  ]
  return (
    <Section name="Insurance">
      <dl className={page.facts}>
        {facts.map(([name, said]) => (
          <div key={name} className={page.fact}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <CardPhotos personId={personId} place={place} />
    </Section>
  )
}

function PaymentMethod({ client: { paymentMethod, name } }: { client: ClientPage }) {
  const first = name.split(' ')[0] ?? name
  return (
    <Section name="Payment method">
      {paymentMethod ? (
        <p className={rows.sub}>
          {paymentMethod.brand} ending {paymentMethod.lastFour}. {first} is charged two days after you confirm a
          session.
        </p>
      ) : (
        <p className={rows.sub}>None on file. {first} adds one in the client portal; your pay does not depend on it.</p>
      )}
    </Section>
  )
}
