import { type Claims, ClaimsReasonForm } from './claims-reason-form.tsx'

/** What payers have not paid of these claims becomes the operator's loss today; each keeps the reason. */
export function WriteOffForm({ claims, close }: { claims: Claims; close: () => void }) {
  const [each, all] = claims.length === 1 ? ['it', 'it'] : ['each', 'them']
  return (
    <ClaimsReasonForm
      claims={claims}
      path="/api/operations/write-offs"
      says={`What the payer has not paid of ${each} is our loss from today. After a denial the client gets back what they paid, unless the payer says it is theirs to pay. No practice’s pay changes. If the payer pays after all, the loss is taken back.`}
      label="Why it is given up"
      refusal="could not be written off"
      does={`Write ${all} off`}
      deed="it"
      close={close}
    />
  )
}
