import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import SftpClient from 'ssh2-sftp-client'
import type { PayerConfig } from './payer-config.ts'

/** What a partner's folder lists. Times are not looked at: identity is name and content. */
export type ListedFile = { name: string; size: number }

/** The other side of an SFTP connection, opened when first needed and again after it broke. */
export class FilePartner {
  readonly #settings: PayerConfig['bank']
  #client: SftpClient | null = null

  constructor(settings: PayerConfig['bank']) {
    this.#settings = settings
  }

  async list(folder: string): Promise<ListedFile[]> {
    const entries = await this.#ask((client) => client.list(folder))
    return entries
      .filter(({ type }) => type === '-')
      .map(({ name, size }) => ({ name, size }))
      .sort((one, other) => (one.name < other.name ? -1 : 1))
  }

  async read(path: string): Promise<Uint8Array> {
    const content = await this.#ask((client) => client.get(path))
    if (!Buffer.isBuffer(content)) throw new Error(`no content for ${path}`)
    return content
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    await this.#ask((client) => client.put(Buffer.from(bytes), path))
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#client = null
    // The connection may be gone already; closing it is all that is wanted.
    await client?.end().catch(() => undefined)
  }

  async #ask<Answer>(question: (client: SftpClient) => Promise<Answer>): Promise<Answer> {
    try {
      this.#client ??= await this.#connect()
      return await question(this.#client)
    } catch (error) {
      await this.close()
      throw error
    }
  }

  async #connect(): Promise<SftpClient> {
    const { host, port, user, password, hostKey } = this.#settings
    const forget = () => {
      if (this.#client === client) this.#client = null
    }
    const client = new SftpClient('payer', { error: forget, end: forget, close: forget })
    // Without Nagle's delay on both ends a request takes a millisecond; with it, ninety.
    const sock = connect({ host, port, noDelay: true })
    await once(sock, 'connect')
    await client.connect({
      sock,
      username: user,
      password,
      readyTimeout: 10_000,
      hostVerifier: (key: Buffer) => fingerprintOf(key) === hostKey.replace(/=+$/, ''),
    })
    return client
  }
}

/** As OpenSSH prints it: 'SHA256:' and base64 without padding. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
}
