import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect as connectSocket } from 'node:net'
import SftpClient from 'ssh2-sftp-client'
import { OutsideTrouble, type SftpPartner } from '../../business/world.ts'
import type { SftpSettings } from '../settings.ts'
import { askWithin } from './ask-within.ts'

export type OpenSftpPartner = SftpPartner & { close(): Promise<void> }

export type SftpOptions = SftpSettings & {
  partner: string
  timeoutMs?: number
  witness?: (point: string) => void
}

// A connection that was quiet for this long may have been dropped by a firewall on the way: it is asked before it is used.
const quietMs = 5_000

/**
 * One kept connection, opened when needed and again after it broke; the host must show the pinned key. Calls go one after
 * the other. Whatever fails is an OutsideTrouble: after a failed upload nobody knows whether the file arrived.
 */
export function openSftpPartner(options: SftpOptions): OpenSftpPartner {
  const { partner, timeoutMs = 30_000, witness = () => undefined } = options
  let client: SftpClient | null = null
  let usedAt = 0
  let last: Promise<unknown> = Promise.resolve()

  const drop = async () => {
    const broken = client
    client = null
    // It is broken already, or will be: only its going matters.
    if (broken !== null) await askWithin(1000, 'hanging up', broken.end()).catch(() => undefined)
  }

  const connected = async (): Promise<SftpClient> => {
    if (client !== null && performance.now() - usedAt > quietMs) {
      await askWithin(timeoutMs, 'a sign of life', client.realPath('.')).catch(drop)
    }
    client ??= await connect(options, (gone) => {
      if (client === gone) client = null
    })
    return client
  }

  const inTurn = <T>(what: string, deed: (client: SftpClient) => Promise<T>): Promise<T> => {
    const mine = last.then(async () => {
      try {
        const answer = await askWithin(timeoutMs, what, connected().then(deed))
        usedAt = performance.now()
        return answer
      } catch (error) {
        await drop()
        throw new OutsideTrouble(partner, `${what}: ${wordsOf(error)}`, { cause: error })
      }
    })
    last = mine.catch(() => undefined)
    return mine
  }

  return {
    list: (folder) =>
      inTurn(`listing ${folder}`, async (sftp) =>
        (await sftp.list(folder))
          .filter(({ type, name }) => type === '-' && !name.endsWith('.part'))
          .map(({ name }) => name)
          .sort(),
      ),
    sizes: (folder) =>
      inTurn(`listing ${folder}`, async (sftp) => {
        const files = (await sftp.list(folder)).filter(({ type, name }) => type === '-' && !name.endsWith('.part'))
        return new Map(files.map(({ name, size }) => [name, size]))
      }),
    get: (folder, name) =>
      inTurn(`fetching ${folder}/${name}`, async (sftp) => {
        const content = await sftp.get(`${folder}/${name}`)
        if (!Buffer.isBuffer(content)) throw new Error('no bytes came')
        const { size } = await sftp.stat(`${folder}/${name}`)
        if (size !== content.length) throw new Error(`only ${content.length} of ${size} bytes came`)
        return new Uint8Array(content)
      }),
    put: (folder, name, bytes) =>
      inTurn(`uploading ${folder}/${name}`, async (sftp) => {
        await sftp.put(Buffer.from(bytes), `${folder}/${name}.part`)
        // A write that the server refuses, its disk being full, closes the stream without an error (ssh2 1.17.0, SFTP.js).
        const { size } = await sftp.stat(`${folder}/${name}.part`)
        if (size !== bytes.length) throw new Error(`only ${size} of ${bytes.length} bytes arrived: is its disk full?`)
        witness(`${partner}-upload-unnamed`)
        await sftp.rename(`${folder}/${name}.part`, `${folder}/${name}`)
        witness(`${partner}-uploaded`)
      }),
    close: async () => {
      await last
      await drop()
    },
  }
}

async function connect(options: SftpOptions, forget: (gone: SftpClient) => void): Promise<SftpClient> {
  const { partner, host, port, user, password, hostKey, timeoutMs = 30_000 } = options
  const gone = () => forget(client)
  const client: SftpClient = new SftpClient(partner, { error: gone, end: gone, close: gone })
  try {
    // Without Nagle's delay on both ends a request takes a millisecond; with it, ninety.
    const sock = connectSocket({ host, port, noDelay: true })
    await once(sock, 'connect')
    await client.connect({
      sock,
      username: user,
      password,
      readyTimeout: timeoutMs,
      keepaliveInterval: 20_000,
      hostVerifier: (key: Buffer) =>
        fingerprintOf(key) === `SHA256:${hostKey.replace(/^SHA256:/, '').replace(/=+$/, '')}`,
    })
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
  return client
}

/** As `ssh-keygen -l` prints it. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'failed'
}
