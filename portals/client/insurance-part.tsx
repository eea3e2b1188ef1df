import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../design/dialog.tsx'
import { sayDay } from '../design/say-day.ts'
import { CardPhotos } from './card-photos.tsx'
import type { Account, Insurance, Policy } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { InsuranceForm } from './insurance-form.tsx'
import { policyNow, sayCoverage } from './say-coverage.ts'

/** The insurance that counts now, those before and after it, and another one in its place. */
export function InsurancePart({ account, insurance }: { account: Account; insurance: Insurance }) {
  const { today } = useClientPlace()
  const [asked, setAsked] = useState(false)
  const now = policyNow(insurance.policies, today)
  const others = insurance.policies.filter((policy) => policy !== now)
  return (
    <>
      <div className={styles.panel}>
        {now === undefined ? (
          <p className={styles.said}>No insurance is on file. Enter what your card says; it takes three minutes.</p>
        ) : (
          <ul className={styles.rows}>
            <li>
              <div>
                <b>{now.planName}</b>
                <span className={now.coverage === 'inactive' ? styles.need : undefined}>{sayCoverage(now)}</span>
              </div>
            </li>
          </ul>
        )}
        <div className={styles.actions}>
          <Button variant="default" onClick={() => setAsked(true)}>
            {now === undefined ? 'Add insurance' : 'Replace insurance'}
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
                    Member ID {policy.memberId}. {sayPeriod(policy, today)}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Dialog
        name={now === undefined ? 'Add insurance' : 'Replace insurance'}
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

function sayPeriod({ from, until }: Policy, today: string): string {
  if (from > today) return `Counts from ${sayDay(from)}.`
  return until === null ? `Since ${sayDay(from)}.` : `Counted from ${sayDay(from)} until ${sayDay(until)}.`
}
