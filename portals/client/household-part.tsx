import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sayDate } from '../../business/visits/say-date.ts'
import { answerOf, api } from '../api.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { AddChild } from './add-child.tsx'
import { AllowSomebody } from './allow-somebody.tsx'
import type { Household } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { householdWords } from './household-words.ts'
import { useLanguage, useWords } from './messages.ts'

/** For whom this login acts, who acts for the person shown, and what it takes to add a child or allow somebody. */
export function HouseholdPart() {
  const { personId, name, me } = useClientPlace()
  const say = useWords(householdWords)
  const household = useQuery({
    queryKey: ['client', personId, 'household'],
    queryFn: () =>
      answerOf<Household>(api.GET('/api/clients/{personId}/household', { params: { path: { personId } } })),
  })
  const [adding, { open: add, close }] = useDisclosure(false)
  if (household.error) return <TroubleNotice trouble={household.error} onRetry={() => void household.refetch()} />
  if (household.data === undefined) return <RowShapes rows={2} />
  const { relation, acting, allowed, toMe } = household.data
  return (
    <>
      {toMe.map((one) => (
        <AsksYou key={one.permissionId} {...one} />
      ))}
      <div className={styles.panel}>
        {me.people.length > 1 ? (
          <ul className={styles.rows}>
            {me.people.map((each) => (
              <li key={each.personId}>
                <b>{each.name}</b>
                {each.personId === personId ? (
                  <span>{say('shownNow')}</span>
                ) : (
                  <Link to="/client/account" search={{ for: each.personId }} aria-label={`${say('show')} ${each.name}`}>
                    {say('show')}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        ) : null}
        <ul className={styles.rows} aria-label={say('actsFor', { name })}>
          {acting.map((one) => (
            <ActingRow key={one.userId} one={one} ownRecord={relation === 'self'} />
          ))}
          {allowed.map((one) => (
            <AllowedRow key={one.id} {...one} />
          ))}
        </ul>
        {relation !== 'self' ? null : adding ? (
          <AddChild close={close} />
        ) : (
          <div className={styles.actions}>
            <Button variant="default" onClick={add}>
              {say('addChild')}
            </Button>
            <AllowSomebody />
          </div>
        )}
      </div>
    </>
  )
}

function ActingRow({ one, ownRecord }: { one: Household['acting'][number]; ownRecord: boolean }) {
  const { personId, name: shownName, today } = useClientPlace()
  const say = useWords(householdWords)
  const language = useLanguage()
  const end = useDeed<null, unknown>((_, key) =>
    answerOf(
      api.POST('/api/clients/{personId}/logins/{userId}/ends', {
        params: { path: { personId, userId: one.userId } },
        headers: { 'Idempotency-Key': key },
      }),
    ),
  )
  const name = one.name ?? say('somebody')
  const hasEnded = one.until !== null && one.until <= today
  const dates = { from: sayDate(language, one.from), until: one.until === null ? '' : sayDate(language, one.until) }
  const mayEnd = !hasEnded && one.relation !== 'self' && (ownRecord || one.isThisLogin)
  return (
    <li>
      <div>
        <b>{one.isThisLogin ? say('thisLogin', { name }) : name}</b>
        <span>
          {hasEnded
            ? say('ended', dates)
            : one.relation === 'self'
              ? say('relation_self')
              : say(`relation_${one.relation}${one.until === null ? '_open' : ''}`, dates)}
        </span>
        {end.trouble ? <TroubleNotice trouble={end.trouble} /> : null}
      </div>
      {mayEnd ? (
        <Button
          variant="subtle"
          loading={end.busy}
          aria-label={one.isThisLogin ? say('giveBack', { name: shownName }) : say('endName', { name })}
          onClick={() => end.act(null)}
        >
          {say('end')}
        </Button>
      ) : null}
    </li>
  )
}

function AllowedRow({ id, email }: Household['allowed'][number]) {
  const { personId } = useClientPlace()
  const say = useWords(householdWords)
  const withdraw = useDeed<null, unknown>((_, key) =>
    answerOf(
      api.POST('/api/clients/{personId}/permissions/{permissionId}/withdrawals', {
        params: { path: { personId, permissionId: id } },
        headers: { 'Idempotency-Key': key },
      }),
    ),
  )
  return (
    <li>
      <div>
        <b>{say('allowedWaiting', { email })}</b>
        {withdraw.trouble ? <TroubleNotice trouble={withdraw.trouble} /> : null}
      </div>
      <Button
        variant="subtle"
        loading={withdraw.busy}
        aria-label={say('withdrawEmail', { email })}
        onClick={() => withdraw.act(null)}
      >
        {say('withdraw')}
      </Button>
    </li>
  )
}

function AsksYou({ permissionId, name }: Household['toMe'][number]) {
  const { personId } = useClientPlace()
  const say = useWords(householdWords)
  const answer = useDeed<{ accepts: boolean }, unknown>((body, key) =>
    answerOf(
      api.POST('/api/clients/{personId}/permissions/{permissionId}/answers', {
        params: { path: { personId, permissionId } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  return (
    <section className={styles.asked} aria-labelledby={`asks-${permissionId}`}>
      <h3 id={`asks-${permissionId}`}>{say('asksYou', { name })}</h3>
      <p className={styles.said}>{say('asksYouWords')}</p>
      {answer.trouble ? <TroubleNotice trouble={answer.trouble} /> : null}
      <div className={styles.actions}>
        <Button loading={answer.busy} onClick={() => answer.act({ accepts: true })}>
          {say('accept')}
        </Button>
        <Button variant="default" onClick={() => answer.act({ accepts: false })}>
          {say('decline')}
        </Button>
      </div>
    </section>
  )
}
