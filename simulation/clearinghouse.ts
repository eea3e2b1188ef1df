import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Exchange } from './clearinghouse/exchange.ts'
import { type Outset, runSimulator, type Simulator } from './process.ts'
import { startSftpServer } from './sftp-server.ts'

const sides = ['operator', 'payer'] as const
const folders = ['in', 'out', 'received']

const clearinghouseConfig = z.strictObject({
  users: z.strictObject({
    operator: z.strictObject({ password: z.string().min(1) }),
    payer: z.strictObject({ password: z.string().min(1) }),
  }),
})

/** The clearinghouse: an SFTP server that hands files on between the operator and its payers. It has no clock. */
async function startClearinghouse({ folder, config }: Outset): Promise<Simulator> {
  const { users } = clearinghouseConfig.parse(config)
  const rootOf = (side: (typeof sides)[number]) => join(folder, side)
  for (const side of sides) {
    for (const name of folders) mkdirSync(join(rootOf(side), name), { recursive: true })
  }
  const exchange = new Exchange(folder)
  // A kill between an upload and its journal line leaves a file that nobody handed on.
  for (const side of sides) exchange.handOnWhatArrived(side)

  const server = await startSftpServer({
    folder,
    users: {
      operator: { password: users.operator.password, root: rootOf('operator'), folders },
      payer: { password: users.payer.password, root: rootOf('payer'), folders },
    },
    onFile: async (user, path) => exchange.take(user === 'operator' ? 'operator' : 'payer', path),
  })
  return {
    doors: { sftp: server.door },
    advance: async () => 0,
    nextDueAt: () => null,
    routes: { ...server.routes, 'GET /files': () => exchange.events() },
  }
}

await runSimulator('clearinghouse', startClearinghouse)
