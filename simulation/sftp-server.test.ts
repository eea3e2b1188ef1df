import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Client from 'ssh2-sftp-client'
import { afterAll, afterEach, expect, test } from 'vitest'
import { type SftpServer, startSftpServer } from './sftp-server.ts'

const base = mkdtempSync(join(tmpdir(), 'sftp-'))
const clients: Client[] = []
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end().catch(() => undefined)))
})
afterAll(() => rmSync(base, { recursive: true }))

type World = { folder: string; server: SftpServer; arrived: string[]; inFolder: (user: string, path: string) => string }

async function world(folder = mkdtempSync(join(base, 'world-'))): Promise<World> {
  const arrived: string[] = []
  const inFolder = (user: string, path: string) => join(folder, user, path)
  const server = await startSftpServer({
    folder,
    users: {
      operator: { password: 'right', root: inFolder('operator', ''), folders: ['in', 'out'] },
      payer: { password: 'other', root: inFolder('payer', ''), folders: ['in'] },
    },
    onFile: async (user, path) => {
      arrived.push(`${user}:${path}:${readFileSync(inFolder(user, path), 'utf8').length}`)
    },
  })
  return { folder, server, arrived, inFolder }
}

async function enter(server: SftpServer, username = 'operator', password = 'right'): Promise<Client> {
  const client = new Client('test', { error: () => undefined, end: () => undefined, close: () => undefined })
  clients.push(client)
  const sock = connect({ host: server.door.host, port: server.door.port, noDelay: true })
  await once(sock, 'connect')
  await client.connect({
    sock,
    username,
    password,
    hostVerifier: (key: Buffer) =>
      `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}` === server.door.hostKey,
  })
  return client
}

test('a file goes up, is reported once, is listed, stated and comes down the same', async () => {
  const { server, arrived } = await world()
  const client = await enter(server)
  const content = 'ISA*00*'.repeat(40_000)
  await client.put(Buffer.from(content), '/in/claims.837')
  expect(arrived).toEqual([`operator:in/claims.837:${content.length}`])
  expect((await client.list('/in')).map(({ name, size, modifyTime }) => ({ name, size, modifyTime }))).toEqual([
    { name: 'claims.837', size: content.length, modifyTime: 0 },
  ])
  expect((await client.stat('in/claims.837')).size).toBe(content.length)
  expect(await client.exists('/in/nothing')).toBe(false)
  expect(await client.exists('/in')).toBe('d')
  expect((await client.get('/in/claims.837')).toString()).toBe(content)
  expect(await client.realPath('in/../out/.')).toBe('/out')
})

test('folders are made and removed, files renamed and deleted', async () => {
  const { server, arrived } = await world()
  const client = await enter(server)
  await client.mkdir('/in/archive')
  await client.put(Buffer.from('one'), '/in/.one.part')
  expect(await client.list('/in')).toMatchObject([{ name: 'archive' }])
  expect(arrived).toEqual([])
  await client.rename('/in/.one.part', '/in/one.ach')
  expect(arrived).toEqual(['operator:in/one.ach:3'])
  await client.put(Buffer.from('two'), '/in/two.ach')
  await expect(client.rename('/in/one.ach', '/in/two.ach')).rejects.toThrow()
  await client.rename('/in/one.ach', '/in/archive/one.ach')
  await client.delete('/in/two.ach')
  await expect(client.rmdir('/in/archive', false)).rejects.toThrow()
  await client.delete('/in/archive/one.ach')
  await client.rmdir('/in/archive', false)
  expect(await client.list('/in')).toEqual([])
})

test('an unfinished upload is not to be seen, and a second version replaces the first only when it is closed', async () => {
  const { server, inFolder } = await world()
  const client = await enter(server)
  await client.put(Buffer.from('first'), '/in/a.ach')
  await client.append(Buffer.from(' and more'), '/in/a.ach')
  expect(readFileSync(inFolder('operator', 'in/a.ach'), 'utf8')).toBe('first and more')
  const stream = client.createWriteStream('/in/a.ach')
  await new Promise<void>((resolve) => stream.write('second', () => resolve()))
  expect(readFileSync(inFolder('operator', 'in/a.ach'), 'utf8')).toBe('first and more')
  await new Promise<void>((resolve) => stream.end(resolve).on('close', resolve))
  await expect.poll(() => readFileSync(inFolder('operator', 'in/a.ach'), 'utf8')).toBe('second')
})

test('many names are listed in order', async () => {
  const { server, inFolder } = await world()
  for (let index = 0; index < 250; index += 1) mkdirSync(inFolder('operator', `out/${String(index).padStart(3, '0')}`))
  const names = (await (await enter(server)).list('/out')).map(({ name }) => name)
  expect(names.length).toBe(250)
  expect(names).toEqual(names.toSorted())
})

test('only those who know the password come in, and each sees only its own folder', async () => {
  const { server } = await world()
  await expect(enter(server, 'operator', 'wrong')).rejects.toThrow()
  await expect(enter(server, 'nobody', 'right')).rejects.toThrow()
  await expect(enter(server, '__proto__', '')).rejects.toThrow()
  const operator = await enter(server)
  await operator.put(Buffer.from('secret'), '/in/secret')
  const payer = await enter(server, 'payer', 'other')
  expect(await payer.list('/in')).toEqual([])
  expect(await payer.exists('/../operator/in/secret')).toBe(false)
  await expect(payer.get('../../operator/in/secret')).rejects.toThrow()
})

test('the host key is kept, and so is the port', async () => {
  const first = await world()
  const { hostKey } = first.server.door
  const second = await world(first.folder)
  expect(second.server.door.hostKey).toBe(hostKey)
  expect(hostKey).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/)
})

test('a connection that drops half-way through an upload leaves nothing behind, and the next upload works', async () => {
  const { server, arrived, folder } = await world()
  await server.routes['POST /faults']?.({ dropNextUploadAfterBytes: 100_000 })
  const client = await enter(server)
  await expect(client.put(Buffer.alloc(300_000, 'x'), '/in/big.ach')).rejects.toThrow()
  const again = await enter(server)
  expect(await again.list('/in')).toEqual([])
  await again.put(Buffer.alloc(300_000, 'x'), '/in/big.ach')
  expect(arrived).toEqual(['operator:in/big.ach:300000'])
  expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
})

test('a connection that drops half-way through a download fails it, and the next download works', async () => {
  const { server } = await world()
  const client = await enter(server)
  await client.put(Buffer.alloc(300_000, 'x'), '/out/big.bai')
  await server.routes['POST /faults']?.({ dropNextDownloadAfterBytes: 50_000 })
  await expect(client.get('/out/big.bai')).rejects.toThrow()
  expect(((await (await enter(server)).get('/out/big.bai')) as Buffer).length).toBe(300_000)
})

test('an upload whose reply is lost has arrived all the same: only the listing tells', async () => {
  const { server, arrived } = await world()
  await server.routes['POST /faults']?.({ closeAfterUploadBeforeReply: true })
  const client = await enter(server)
  const outcome = client.put(Buffer.from('paid'), '/in/a.ach').then(
    () => 'answered',
    () => 'lost',
  )
  expect(await outcome).toBe('lost')
  expect(arrived).toEqual(['operator:in/a.ach:4'])
  expect((await (await enter(server)).list('/in')).map(({ name }) => name)).toEqual(['a.ach'])
})

test('a host that refuses connections lets nobody in until it is told otherwise', async () => {
  const { server } = await world()
  await server.routes['POST /faults']?.({ refuseConnections: true })
  await expect(enter(server)).rejects.toThrow()
  await server.routes['POST /faults']?.({ refuseConnections: false })
  expect(await (await enter(server)).list('/in')).toEqual([])
})

test('a fault that was ordered stands over a restart until it has happened, and then no more', async () => {
  const { server, folder } = await world()
  await server.routes['POST /faults']?.({ dropNextUploadAfterBytes: 2 })
  const { server: again, arrived } = await world(folder)
  await expect((await enter(again)).put(Buffer.from('12345678'), '/in/a.ach')).rejects.toThrow()
  expect(arrived).toEqual([])
  const { server: third } = await world(folder)
  await (await enter(third)).put(Buffer.from('1234'), '/in/a.ach')
  expect(third.routes['GET /faults']?.(undefined)).toMatchObject({ dropNextUploadAfterBytes: null })
})

test('a fault that does not exist is refused', async () => {
  const { server } = await world()
  expect(() => server.routes['POST /faults']?.({ dropEverything: true })).toThrow(RangeError)
  expect(() => server.routes['POST /faults']?.({ refuseConnections: 1 })).toThrow(RangeError)
})
