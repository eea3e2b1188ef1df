import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { cardsQuery } from './account-queries.ts'
import { accountWords, type SayAccount } from './account-words.ts'
import { CardForm } from './card-form.tsx'
import type { Card } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { useWords } from './messages.ts'

/** The client's cards, two at most: which is charged, another one, a new one in place of one. */
export function CardsPart() {
  const { personId } = useClientPlace()
  const say = useWords(accountWords)
  const cards = useQuery(cardsQuery(personId))
  const [asked, setAsked] = useState<{ replaces: Card | null } | null>(null)
  const choose = useDeed<{ methodId: string; choice: 'preferred' | 'removed' }, unknown>(({ methodId, choice }, key) =>
    answerOf(
      api.POST('/api/clients/{personId}/payment-methods/{methodId}/choices', {
        params: { path: { personId, methodId } },
        headers: { 'Idempotency-Key': key },
        body: { choice },
      }),
    ),
  )
  if (cards.error) return <TroubleNotice trouble={cards.error} onRetry={() => void cards.refetch()} />
  if (cards.data === undefined) return <RowShapes rows={1} />
  return (
    <div className={styles.panel}>
      {choose.trouble ? <TroubleNotice trouble={choose.trouble} deed="your choice" /> : null}
      {cards.data.length === 0 ? (
        <p className={styles.said}>{say('noCardYet')}</p>
      ) : (
        <ul className={styles.rows}>
          {cards.data.map((card) => (
            <li key={card.id}>
              <div>
                <b>{say('cardEnding', { brand: card.brand, lastFour: card.lastFour })}</b>
                <span>
                  {sayExpiry(say, card)} {card.preferred ? say('thisCharged') : ''}
                </span>
              </div>
              <div className={styles.actions}>
                {card.preferred ? null : (
                  <Button
                    variant="subtle"
                    aria-label={say('chargeThisCard', { brand: card.brand, lastFour: card.lastFour })}
                    onClick={() => choose.act({ methodId: card.id, choice: 'preferred' })}
                  >
                    {say('chargeThis')}
                  </Button>
                )}
                <Button
                  variant="default"
                  aria-label={say('replaceCard', { brand: card.brand, lastFour: card.lastFour })}
                  onClick={() => setAsked({ replaces: card })}
                >
                  {say('replace')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {cards.data.length < 2 ? (
        <div className={styles.actions}>
          <Button variant="default" onClick={() => setAsked({ replaces: null })}>
            {say(cards.data.length === 0 ? 'addCard' : 'addAnotherCard')}
          </Button>
        </div>
      ) : null}
      <Dialog
        name={asked?.replaces ? say('inPlaceOf', { lastFour: asked.replaces.lastFour }) : say('addCard')}
        opened={asked !== null}
        close={() => setAsked(null)}
      >
        <CardForm replaces={asked?.replaces?.id ?? null} onDone={() => setAsked(null)} />
      </Dialog>
    </div>
  )
}

function sayExpiry(say: SayAccount, { expiresMonth, expiresYear }: Card): string {
  if (expiresMonth === null || expiresYear === null) return ''
  return say('expiresOn', { month: String(expiresMonth).padStart(2, '0'), year: String(expiresYear).slice(2) })
}
