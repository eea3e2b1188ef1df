import type { Stands } from './demonstration-queries.ts'

export type SwitchName =
  | 'payer_pays'
  | 'payer_pays_less'
  | 'payer_denies'
  | 'payer_stays_silent'
  | 'payer_sends_twice'
  | 'payer_takes_back'
  | 'bank_returns'
  | 'card_declines'
  | 'clearinghouse_drops'
  | 'clearinghouse_away'
  | 'clearinghouse_back'
  | 'server_dies'

export type Switch = { name: SwitchName; does: string; says: string; needs: readonly Stands[] | 'nothing' }

const undecided = ['to_confirm', 'not_sent', 'open'] as const

/** The switches by whom they concern, each with what will happen; `needs`: for which sessions it can be turned. */
export const switchGroups: readonly { who: string; remark: string; switches: readonly Switch[] }[] = [
  {
    who: 'The insurer',
    remark: 'Acts at six in the morning of the next banking day.',
    switches: [
      { name: 'payer_pays', does: 'Pays', says: 'In full, with a remittance and a transfer.', needs: undecided },
      { name: 'payer_pays_less', does: 'Pays less', says: '$20.00 below its contract.', needs: undecided },
      { name: 'payer_denies', does: 'Denies', says: 'Everything, for want of an authorization.', needs: undecided },
      {
        name: 'payer_stays_silent',
        does: 'Stays silent',
        says: 'Takes the claim and never answers.',
        needs: undecided,
      },
      {
        name: 'payer_sends_twice',
        does: 'Sends twice',
        says: 'The same remittance, under two names.',
        needs: undecided,
      },
      {
        name: 'payer_takes_back',
        does: 'Takes back',
        says: 'What it paid, out of somebody else’s money.',
        needs: [...undecided, 'paid'],
      },
    ],
  },
  {
    who: 'The bank and the card',
    remark: 'At their next entry or charge.',
    switches: [
      {
        name: 'bank_returns',
        does: 'The payout comes back',
        says: 'R02, account closed, two banking days later.',
        needs: 'nothing',
      },
      { name: 'card_declines', does: 'The card fails', says: 'Tried again after 48 hours.', needs: 'nothing' },
    ],
  },
  {
    who: 'The clearinghouse',
    remark: 'Claims and remittances travel through it.',
    switches: [
      {
        name: 'clearinghouse_drops',
        does: 'Breaks off',
        says: 'In the middle of the next file we send.',
        needs: 'nothing',
      },
      {
        name: 'clearinghouse_away',
        does: 'Goes away',
        says: 'Refuses everyone until it is let back.',
        needs: 'nothing',
      },
      { name: 'clearinghouse_back', does: 'Comes back', says: 'What waited goes out.', needs: 'nothing' },
    ],
  },
]

/** How a session stands with its insurer, in a few words. */
export function sayStands(stands: Stands): string {
  switch (stands) {
    case 'to_confirm':
      return 'to confirm'
    case 'not_sent':
      return 'confirmed, claim not sent yet'
    case 'open':
      return 'claim at the insurer'
    case 'paid':
      return 'paid by the insurer'
    case 'closed':
      return 'decided by the insurer'
  }
}
