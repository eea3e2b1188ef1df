import type { ClientMoney } from '../../business/operations/client-money.ts'

/** What a card paid for, in words. */
export function sayPayment(what: ClientMoney['payments'][number]['what']): string {
  switch (what) {
    case 'session_share':
      return 'the share'
    case 'share_increased':
      return 'the share, raised by the payer'
    case 'cancellation_fee':
      return 'the fee'
  }
}

/** What somebody, or the house, did to what a client owes. */
export function sayMoneyDeed(kind: ClientMoney['deeds'][number]['kind']): string {
  switch (kind) {
    case 'forgiven':
      return 'Forgiven'
    case 'given_up':
      return 'Given up: nobody paid it'
    case 'taken_back':
      return 'Taken back by their bank'
  }
}
