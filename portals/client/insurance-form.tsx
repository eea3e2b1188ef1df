import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { checkAddress } from '../../business/practices/check-address.ts'
import { answerOf, api } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import { accountWords } from './account-words.ts'
import { AddressPart, noAddress, sentAddress } from './address-part.tsx'
import { CardPhotos } from './card-photos.tsx'
import { Choice } from './choice.tsx'
import type { Account, Insurance } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { type InsuranceFields, lackingInsurance } from './lacking-insurance.ts'
import { useWords } from './messages.ts'
import { useFaults } from './use-faults.ts'

const notListed = 'not_listed'

/** What the card says: plan, member ID, whose plan it is; the first time also the address that the insurer knows. */
export function InsuranceForm({
  account,
  insurance,
  asksFrom,
  onDone,
}: {
  account: Account
  insurance: Insurance
  /** Whether it replaces what is on file, and from when. */
  asksFrom: boolean
  onDone: () => void
}) {
  const { personId, today } = useClientPlace()
  const say = useWords(accountWords)
  const { person, photos } = account
  const [fields, setFields] = useState<InsuranceFields>(() => ({
    planId: null,
    planAsTold: '',
    memberId: '',
    groupNumber: '',
    suitcase: null,
    holder: null,
    holderGivenName: '',
    holderFamilyName: '',
    holderDateOfBirth: '',
    sex: person.sex === 'U' ? null : person.sex,
    from: today,
    address: person.street === null ? noAddress : null,
  }))
  const [tried, setTried] = useState(false)
  const set = (change: Partial<InsuranceFields>) => setFields((before) => ({ ...before, ...change }))
  const plan = insurance.plans.find(({ id }) => id === fields.planId)
  const asksSuitcase = plan?.asksSuitcase === true
  const lacks = lackingInsurance(fields, { asksSuitcase, notListed })
  const sayFault = useFaults()
  const faults = fields.address === null ? [] : checkAddress({ label: 'Home', ...sentAddress(fields.address) })
  const record = useDeed<ReturnType<typeof bodyOf>, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/clients/{personId}/insurance', {
          params: { path: { personId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    onDone,
  )
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(lacks).length === 0 && faults.length === 0) record.act(bodyOf(fields, asksSuitcase))
    else focusFirstWrong(event.currentTarget)
  }
  const shown = (field: keyof typeof lacks) => {
    const key = tried ? lacks[field] : undefined
    return key === undefined ? undefined : say(key)
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <PlanFields fields={fields} set={set} insurance={insurance} asksSuitcase={asksSuitcase} shown={shown} />
      {asksFrom ? (
        <TextInput
          type="date"
          label={say('countsFromAsk')}
          description={say('countsFromHint')}
          value={fields.from}
          error={shown('from')}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
      ) : null}
      <HolderFields fields={fields} set={set} shown={shown} />
      {fields.address === null ? null : (
        <AddressPart
          address={fields.address}
          onChange={(address) => set({ address })}
          wrong={(field) => (tried ? sayFault(faults, field) : undefined)}
        />
      )}
      <CardPhotos photos={photos} />
      {record.trouble ? <TroubleNotice trouble={record.trouble} deed="your insurance" /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={record.busy}>
          {say('saveInsurance')}
        </Button>
      </div>
    </form>
  )
}

export type SetInsurance = (change: Partial<InsuranceFields>) => void
type Shown = (field: keyof ReturnType<typeof lackingInsurance>) => string | undefined

function PlanFields({
  fields,
  set,
  insurance,
  asksSuitcase,
  shown,
}: {
  fields: InsuranceFields
  set: SetInsurance
  insurance: Insurance
  asksSuitcase: boolean
  shown: Shown
}) {
  const say = useWords(accountWords)
  return (
    <>
      <Select
        label={say('plan')}
        openOnFocus={false}
        description={say('planHint')}
        searchable
        nothingFoundMessage={say('planNotFound')}
        data={[
          ...insurance.plans.map(({ id, name }) => ({ value: id, label: name })),
          { value: notListed, label: say('planNotListed') },
        ]}
        value={fields.planId}
        error={shown('planId')}
        onChange={(planId) => set({ planId, suitcase: null })}
      />
      {fields.planId === notListed ? (
        <TextInput
          label={say('planName')}
          description={say('planNameHint')}
          value={fields.planAsTold}
          error={shown('planAsTold')}
          onChange={(event) => set({ planAsTold: event.currentTarget.value })}
        />
      ) : null}
      <div className={styles.pair}>
        <TextInput
          label={say('memberId')}
          description={say('memberIdHint')}
          autoCapitalize="characters"
          value={fields.memberId}
          error={shown('memberId')}
          onChange={(event) => set({ memberId: event.currentTarget.value })}
        />
        <TextInput
          label={say('groupNumber')}
          description={say('groupHint')}
          value={fields.groupNumber}
          onChange={(event) => set({ groupNumber: event.currentTarget.value })}
        />
      </div>
      {asksSuitcase ? (
        <Choice
          asks={say('suitcase')}
          hint={say('suitcaseHint')}
          options={[
            { value: 'yes', name: say('yes') },
            { value: 'no', name: say('no') },
          ]}
          value={fields.suitcase}
          onChange={(suitcase) => set({ suitcase })}
          error={shown('suitcase')}
        />
      ) : null}
    </>
  )
}

function HolderFields({ fields, set, shown }: { fields: InsuranceFields; set: SetInsurance; shown: Shown }) {
  const say = useWords(accountWords)
  return (
    <>
      <Choice
        asks={say('whosePlan')}
        options={[
          { value: 'self', name: say('mine') },
          { value: 'other', name: say('somebodyElses') },
        ]}
        value={fields.holder}
        onChange={(holder) => set({ holder })}
        error={shown('holder')}
      />
      {fields.holder === 'other' ? (
        <>
          <div className={styles.pair}>
            <TextInput
              label={say('theirFirstName')}
              value={fields.holderGivenName}
              error={shown('holderGivenName')}
              onChange={(event) => set({ holderGivenName: event.currentTarget.value })}
            />
            <TextInput
              label={say('theirLastName')}
              value={fields.holderFamilyName}
              error={shown('holderFamilyName')}
              onChange={(event) => set({ holderFamilyName: event.currentTarget.value })}
            />
          </div>
          <TextInput
            type="date"
            label={say('theirDateOfBirth')}
            value={fields.holderDateOfBirth}
            error={shown('holderDateOfBirth')}
            onChange={(event) => set({ holderDateOfBirth: event.currentTarget.value })}
          />
        </>
      ) : null}
      <Choice
        asks={say('yourSex')}
        hint={say('sexHint')}
        options={[
          { value: 'F', name: say('female') },
          { value: 'M', name: say('male') },
          { value: 'U', name: say('notStated') },
        ]}
        value={fields.sex}
        onChange={(sex) => set({ sex })}
        error={shown('sex')}
      />
    </>
  )
}

function bodyOf(fields: InsuranceFields, asksSuitcase: boolean) {
  const isListed = fields.planId !== notListed
  const { holderGivenName: givenName, holderFamilyName: familyName, holderDateOfBirth: dateOfBirth } = fields
  return {
    planId: isListed ? fields.planId : null,
    planAsTold: isListed ? null : fields.planAsTold.trim(),
    memberId: fields.memberId.trim().toUpperCase(),
    groupNumber: fields.groupNumber.trim() === '' ? null : fields.groupNumber.trim(),
    suitcase: asksSuitcase ? fields.suitcase === 'yes' : null,
    holder: fields.holder === 'other' ? { givenName, familyName, dateOfBirth } : null,
    sex: fields.sex ?? ('U' as const),
    from: fields.from,
    address: fields.address === null ? null : sentAddress(fields.address),
  }
}
