import { expect, test } from 'vitest'
import { instant } from '../../libraries/calendar/index.ts'
import { disagreements, segmentsByAnother } from '../../libraries/x12/independent/read-by-another.ts'
import { segmentsIn } from '../../libraries/x12/index.ts'
import { aClaimFile } from './a-claim-file.ts'
import { Surroundings } from './surroundings.ts'

/** Every X12 file of a conversation: the claims sent, and all that the payer ever answers. */
async function conversation(members: string[]): Promise<Map<string, Uint8Array>> {
  const surroundings = new Surroundings({})
  const claims = aClaimFile(members.map((memberId, index) => ({ claimControlNumber: `CLAIM${index}`, memberId })))
  surroundings.claims.set('claims-1.837', claims)
  const { payer } = surroundings.process(Number.POSITIVE_INFINITY)
  await payer.advance(instant('2026-04-10T22:00:00Z'))
  for (
    let next = payer.nextDueAt();
    next !== null && next < instant('2028-01-01T00:00:00Z');
    next = payer.nextDueAt()
  ) {
    await payer.advance(next)
  }
  return new Map([['837P', claims], ...surroundings.clearinghouse])
}

test('a reader that shares nothing with ours sees in every file of a payer what we see', async () => {
  const files = await conversation([
    'PAYS1',
    'LESS1',
    'DENY1',
    'LATE1',
    'TWICE1',
    'TAKES1',
    'HELD1',
    'REJECT1',
    'SILENT1',
  ])
  expect(new Set([...files.keys()].map((name) => name.split('-')[0]))).toEqual(new Set(['837P', '999', '277CA', '835']))
  for (const [name, bytes] of files) {
    const ours = segmentsIn([bytes]).segments.map(({ elements }) => elements.map((element) => element.trim()))
    expect(await segmentsByAnother(bytes), name).toEqual(ours)
    if (name.startsWith('837P')) expect(await disagreements(bytes, '837p')).toEqual([])
    if (name.startsWith('835')) expect(await disagreements(bytes, '835')).toEqual([])
  }
})
