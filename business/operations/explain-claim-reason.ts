import type { ClaimStatus } from '../claims/claim-status.ts'
import { explainAdjustment } from '../remittances/explain-adjustment.ts'
import statuses from './data/claim-status-codes.json' with { type: 'json' }

const meanings = new Map(statuses.codes.map(({ code, meaning }) => [code, meaning]))
// The contract's own reduction and the client's share say nothing about a denial.
const ordinary = ['CO 45', 'PR 1', 'PR 2', 'PR 3']

// The denials of every week, as an office calls them (CARC).
const shortly: Readonly<Record<string, string>> = {
  '15': 'authorization number is wrong',
  '16': 'something is missing or wrong',
  '18': 'looks like a duplicate',
  '22': 'another insurer may pay first',
  '26': 'coverage had not begun',
  '27': 'coverage had ended',
  '29': 'filing limit passed',
  '31': 'member is not known',
  '50': 'not medically necessary',
  '96': 'not covered',
  '97': 'paid with another service',
  '109': 'belongs to another plan',
  '185': 'clinician may not give this service',
  '197': 'no authorization on file',
  '198': 'authorization used up',
  '204': 'not in this plan',
  '252': 'session note asked for',
  B7: 'clinician not loaded on this date',
}

/** Why a claim waits, as short as a row says it, with the codes behind the words. */
export function explainClaimReason(
  status: ClaimStatus,
  codes: readonly string[],
): { reason: string; code: string | null } {
  switch (status) {
    case 'held':
      return { reason: 'The payer does not take this clinician yet', code: null }
    case 'file_rejected':
      return { reason: 'The payer could not read the file', code: shown(codes) }
    case 'rejected': {
      const words = codes.flatMap((code) => meanings.get(code.split(':')[1] ?? '') ?? [])
      return { reason: words[0] ?? 'Refused before it was looked at', code: shown(codes) }
    }
    case 'denied':
    case 'reversed': {
      const told = codes.filter((code) => !ordinary.includes(code))
      const reason = (told[0] ?? '').split(' ')[1] ?? ''
      const meaning = shortly[reason] ?? explainAdjustment(reason)
      if (status === 'reversed') {
        return { reason: meaning === null ? 'Taken back' : `Taken back: ${meaning}`, code: shown(told) }
      }
      return { reason: meaning === null ? 'Denied without a reason' : capital(meaning), code: shown(told) }
    }
    case 'underpaid':
      return { reason: 'Paid less than agreed', code: shown(codes.filter((code) => !ordinary.includes(code))) }
    case 'sent':
    case 'received':
    case 'accepted':
      return { reason: 'No answer by the day it was due', code: null }
    case 'ready':
      return { reason: 'Waits for the next file', code: null }
    case 'paid':
      return { reason: 'Paid as agreed', code: null }
    case 'absorbed':
      return { reason: 'Our loss', code: null }
  }
}

function shown(codes: readonly string[]): string | null {
  return codes.length === 0 ? null : codes.slice(0, 3).join(', ')
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
