import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { FilePartner } from './payer/file-partner.ts'
import { type SpawnedSimulator, spawnSimulator } from './spawn-simulator.ts'

const base = mkdtempSync(join(tmpdir(), 'clearinghouse-'))
const config = { users: { operator: { password: 'one' }, payer: { password: 'two' } } }
const closings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close()
})
afterAll(() => rmSync(base, { recursive: true }))

async function start(folder = join(mkdtempSync(join(base, 'case-')), 'clearinghouse')) {
  const running = await spawnSimulator('clearinghouse', folder, config)
  closings.push(running.stop)
  return { running, folder, operator: enter(running, 'operator', 'one'), payer: enter(running, 'payer', 'two') }
}

function enter({ ready }: SpawnedSimulator, user: string, password: string): FilePartner {
  if (!ready.sftp) throw new Error('no SFTP door')
  const partner = new FilePartner({ ...ready.sftp, user, password })
  closings.push(() => partner.close())
  return partner
}

const names = async (partner: FilePartner, folder: string) => (await partner.list(folder)).map(({ name }) => name)
const bytes = (text: string) => new TextEncoder().encode(text)
const files = async ({ ready }: SpawnedSimulator) => (await fetch(`${ready.control}/files`)).json()

test('a claim file reaches the payer as it is, an answer reaches the operator, and both stay where they were put', async () => {
  const { running, operator, payer } = await start()
  await operator.write('in/claims-1.837', bytes('ISA*claims~'))
  expect(Buffer.from(await payer.read('out/claims-1.837')).toString()).toBe('ISA*claims~')
  await payer.write('in/999-1.edi', bytes('ISA*answer~'))
  expect(Buffer.from(await operator.read('out/999-1.edi')).toString()).toBe('ISA*answer~')
  expect(await names(operator, 'in')).toEqual(['claims-1.837'])
  expect(await names(operator, 'received')).toEqual(['claims-1.837'])
  expect(await names(payer, 'received')).toEqual(['999-1.edi'])
  expect(await running.tell('2026-04-10T22:00:00Z')).toEqual({ did: 0, nextDueAt: null })
})

test('the same file again is a repeat and is not handed on; the same name with other bytes is refused', async () => {
  const { running, operator, payer } = await start()
  await operator.write('in/claims-1.837', bytes('one'))
  await operator.write('in/claims-1.837', bytes('one'))
  await expect(operator.write('in/claims-1.837', bytes('other'))).rejects.toThrow()
  expect(await files(running)).toMatchObject([{ kind: 'accepted' }, { kind: 'repeated' }, { kind: 'refused' }])
  expect(Buffer.from(await payer.read('out/claims-1.837')).toString()).toBe('one')
  expect(Buffer.from(await operator.read('in/claims-1.837')).toString()).toBe('one')
})

test('an upload that broke off half-way is not received; one whose reply was lost is', async () => {
  const { running, operator, payer } = await start()
  await running.post('/faults', { dropNextUploadAfterBytes: 100 })
  await expect(operator.write('in/claims-1.837', new Uint8Array(100_000))).rejects.toThrow()
  expect(await names(operator, 'received')).toEqual([])
  await running.post('/faults', { closeAfterUploadBeforeReply: true })
  await expect(operator.write('in/claims-1.837', bytes('one'))).rejects.toThrow()
  expect(await names(operator, 'received')).toEqual(['claims-1.837'])
  expect(await names(payer, 'out')).toEqual(['claims-1.837'])
})

test('after a kill it stands where it stood, and hands on what had arrived but was not journaled', async () => {
  const first = await start()
  await first.operator.write('in/claims-1.837', bytes('one'))
  await first.running.kill()
  writeFileSync(join(first.folder, 'operator/in/claims-2.837'), 'two')
  unlinkSync(join(first.folder, 'payer/out/claims-1.837'))

  const second = await start(first.folder)
  expect(second.running.ready.sftp).toEqual(first.running.ready.sftp)
  expect(await names(second.operator, 'received')).toEqual(['claims-1.837', 'claims-2.837'])
  // Handed on before the kill, and so not again.
  expect(await names(second.payer, 'out')).toEqual(['claims-2.837'])
})

test('a file outside in/ is not taken', async () => {
  const { operator, payer } = await start()
  await expect(operator.write('out/claims-1.837', bytes('one'))).rejects.toThrow()
  expect(await names(payer, 'out')).toEqual([])
})
