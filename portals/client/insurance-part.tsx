import { Button } from '@mantine/core'
import { useState } from 'react'
import { sayDate } from '../../business/visits/say-date.ts'
import { Dialog } from '../design/dialog.tsx'
import { accountWords, type SayAccount } from './account-words.ts'
import { CardPhotos } from './card-photos.tsx'
import type { Account, Insurance, Policy } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { InsuranceForm } from './insurance-form.tsx'
import { type Language, useLanguage, useWords } from './messages.ts'
import { policyNow, sayCoverage } from './say-coverage.ts'

/** The insurance that counts now, those before and after it, and another one in its place. */
export function InsurancePart({ account, insurance }: { account: Account; insurance: Insurance }) {
  const { today } = useClientPlace()
  const say = useWords(accountWords)
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const now = policyNow(insurance.policies, today)
  const others = insurance.policies.filter((policy) => policy !== now)
  return (
    <>
      <div className={styles.panel}>
        {now === undefined ? (
          <p className={styles.said}>{say('noInsurance')}</p>
        ) : (
          <ul className={styles.rows}>
            <li>
              <div>
                <b>{now.planName}</b>
                <span className={now.coverage === 'inactive' ? styles.need : undefined}>{sayCoverage(say, now)}</span>
              </div>
            </li>
          </ul>
        )}
        <div className={styles.actions}>
          <Button variant="default" onClick={() => setAsked(true)}>
            {say(now === undefined ? 'addInsurance' : 'replaceInsurance')}
          </Button>
        </div>
      </div>
      {now === undefined ? null : (
        <div className={styles.panel}>
          <CardPhotos photos={account.photos} />
        </div>
      )}
      {others.length === 0 ? null : (
        <div className={styles.panel}>
          <ul className={styles.rows}>
            {others.map((policy) => (
              <li key={policy.id}>
                <div>
                  <b>{policy.planName}</b>
                  <span>
                    {say('memberIdIs', { memberId: policy.memberId })} {sayPeriod(say, language, policy, today)}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Dialog
        name={say(now === undefined ? 'addInsurance' : 'replaceInsurance')}
        opened={asked}
        close={() => setAsked(false)}
      >
        <InsuranceForm
          account={account}
          insurance={insurance}
          asksFrom={now !== undefined}
          onDone={() => setAsked(false)}
        />
      </Dialog>
    </>
  )
}

function sayPeriod(say: SayAccount, language: Language, { from, until }: Policy, today: string): string {
  const day = (date: typeof from) => sayDate(language, date)
  if (from > today) return say('countsFrom', { from: day(from) })
  return until === null
    ? say('since', { from: day(from) })
    : say('countedUntil', { from: day(from), until: day(until) })
}
