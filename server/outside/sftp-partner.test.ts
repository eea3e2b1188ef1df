import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OutsideTrouble } from '../../business/world.ts'
import { type SpawnedSimulator, spawnSimulator } from '../../simulation/spawn-simulator.ts'
import { openSftpPartner, type SftpOptions } from './sftp-partner.ts'

let simulator: SpawnedSimulator
beforeAll(async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'evenkeel-sftp-')), 'clearinghouse')
  const users = { operator: { password: 'right' }, payer: { password: 'right' } }
  simulator = await spawnSimulator('clearinghouse', folder, { users })
})
afterAll(() => simulator?.stop())

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (content: Uint8Array) => new TextDecoder().decode(content)

function as(user: 'operator' | 'payer', wanted: Partial<SftpOptions> = {}) {
  const { sftp } = simulator.ready
  if (sftp === undefined) throw new Error('no SFTP door')
  return openSftpPartner({ ...sftp, partner: 'clearinghouse', user, password: 'right', timeoutMs: 5_000, ...wanted })
}

test('a file arrives whole, under its name, and is listed by the other side', async () => {
  const points: string[] = []
  const [operator, payer] = [as('operator', { witness: (point) => void points.push(point) }), as('payer')]
  await operator.put('in', 'claims-1.837', bytes('ISA*1~'))
  expect(await payer.list('out')).toContain('claims-1.837')
  expect(text(await payer.get('out', 'claims-1.837'))).toBe('ISA*1~')
  expect(points).toEqual(['clearinghouse-upload-unnamed', 'clearinghouse-uploaded'])
  await Promise.all([operator.close(), payer.close()])
})

test('a host that shows another key than the pinned one is not spoken to', async () => {
  const stranger = as('operator', { hostKey: 'SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })
  await expect(stranger.list('out')).rejects.toThrow(OutsideTrouble)
  await stranger.close()
})

test('a wrong password and a port where nobody listens are troubles outside, not ours', async () => {
  for (const wanted of [{ password: 'wrong' }, { port: 1 }]) {
    const partner = as('operator', wanted)
    await expect(partner.list('out')).rejects.toThrow(OutsideTrouble)
    await partner.close()
  }
})

test('an upload that the connection broke off is unknown; the next call connects again and can repeat it', async () => {
  const operator = as('operator')
  await operator.list('received')
  await simulator.post('/faults', { dropNextUploadAfterBytes: 10 })
  const file = bytes('ISA*2~'.repeat(1000))
  await expect(operator.put('in', 'claims-2.837', file)).rejects.toThrow(OutsideTrouble)
  expect(await operator.list('received')).not.toContain('claims-2.837')
  await operator.put('in', 'claims-2.837', file)
  expect(await operator.list('received')).toContain('claims-2.837')
  await operator.close()
})

test('an upload that a full disk cuts short is an error, and never gets its finished name', async () => {
  const operator = as('operator')
  await operator.list('received')
  await simulator.post('/faults', { noSpaceForNextUploadAfterBytes: 40_000 })
  const file = bytes('ISA*5~'.repeat(20_000))
  await expect(operator.put('in', 'claims-5.837', file)).rejects.toThrow(/only \d+ of 120000 bytes arrived/)
  expect(await operator.list('in')).not.toContain('claims-5.837')
  await operator.put('in', 'claims-5.837', file)
  expect(await operator.get('in', 'claims-5.837')).toEqual(file)
  await operator.close()
})

test('an upload whose answer was lost did arrive, and the partner’s listing says so', async () => {
  const operator = as('operator')
  await operator.list('received')
  await simulator.post('/faults', { closeAfterUploadBeforeReply: true })
  await expect(operator.put('in', 'claims-3.837', bytes('ISA*3~'))).rejects.toThrow(OutsideTrouble)
  expect(await operator.list('received')).toContain('claims-3.837')
  await operator.close()
})

test('a partner that refuses connections is tried again later and then answers', async () => {
  const operator = as('operator')
  await simulator.post('/faults', { refuseConnections: true })
  await expect(operator.list('out')).rejects.toThrow(OutsideTrouble)
  await simulator.post('/faults', { refuseConnections: false })
  expect(await operator.list('in')).toContain('claims-1.837')
  await operator.close()
})
