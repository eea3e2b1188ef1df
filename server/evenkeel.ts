import { StartTrouble } from './start-trouble.ts'
import { WrongUse } from './wrong-use.ts'

/** Answers the exit code: 0 done, 1 the answer is no, 2 wrong use. */
export type Run = (args: string[]) => Promise<number>

type Command = { words: string; options: string; does: string; load: () => Promise<Run> }

const commands: readonly Command[] = [
  {
    words: 'serve',
    options: '',
    does: 'starts the server: database, migrations, jobs, portals and API',
    load: async () => (await import('./serve-command.ts')).serve,
  },
  {
    words: 'start',
    options: '',
    does: 'serves, and in a demonstration starts the server again when it is killed',
    load: async () => (await import('./start-command.ts')).startCommand,
  },
  {
    words: 'play',
    options: '[--to FILE]',
    does: 'plays the months that the demonstration has behind it anew, and keeps them as a file',
    load: async () => (await import('./lived-in/play-command.ts')).playCommand,
  },
  {
    words: 'migrate',
    options: '[--data DIR]',
    does: 'brings the database to this version',
    load: async () => (await import('./migrate-command.ts')).migrateCommand,
  },
  {
    words: 'seed',
    options: '[--data DIR]',
    does: 'fills the demonstration with the story network; what is there stays',
    load: async () => (await import('./seed-command.ts')).seedCommand,
  },
  {
    words: 'coverage decide',
    options: '[--trace]',
    does: 'reads facts (one JSON a line on standard input), writes one decision a line',
    load: async () => (await import('./coverage-command.ts')).coverageDecide,
  },
  {
    words: 'x12 check',
    options: 'FILE… [--json]',
    does: 'validates X12 files; exit 1 if any has an error',
    load: async () => (await import('./x12-command.ts')).x12Check,
  },
  {
    words: 'x12 read',
    options: 'FILE…',
    does: 'typed claims and transactions as they are read, one JSON a line',
    load: async () => (await import('./x12-command.ts')).x12Read,
  },
  {
    words: 'x12 explain',
    options: 'FILE…',
    does: 'says what a file says in plain words, claim by claim',
    load: async () => (await import('./x12-command.ts')).x12Explain,
  },
  {
    words: 'story april-8',
    options: '[--json] [--payer-rate CENTS] [--copay CENTS] [--provider-rate CENTS] [--confirmed-on DATE] [--keep DIR]',
    does: 'plays one session from confirmation to payday and beyond, in seven variants, with real files',
    load: async () => (await import('./story-command.ts')).tellStory,
  },
  {
    words: 'explain',
    options: 'SESSION [--json] [--pdf FILE] [--data DIR]',
    does: 'says of one session why it was billable, who paid what and when, every posting and file',
    load: async () => (await import('./explain-command.ts')).explainCommand,
  },
  {
    words: 'remittances import',
    options: 'FILE… [--as-entity ID] [--json] [--data DIR]',
    does: 'takes 835 files in: balances, matches, posts, and says what became of each cent',
    load: async () => (await import('./remittances-command.ts')).importRemittances,
  },
  {
    words: 'payouts run',
    options: '--on DATE [--json] [--data DIR]',
    does: 'makes the payouts and the bank file of every payday that is due and has none',
    load: async () => (await import('./payouts-command.ts')).runPayouts,
  },
  {
    words: 'ledger verify',
    options: '[--json] [--data DIR]',
    does: 'recomputes every balance, seal and invariant; exit 1 with the exact difference',
    load: async () => (await import('./verify-command.ts')).verifyLedger,
  },
  {
    words: 'audit verify',
    options: '[--json] [--data DIR]',
    does: 'recomputes the audit: an event that was changed, removed or moved is named with its place; exit 1',
    load: async () => (await import('./audit-command.ts')).verifyAuditCommand,
  },
  {
    words: 'backup',
    options: '--to DIR [--data DIR]',
    does: 'copies the embedded database, while it runs, and what lies beside it into a new folder',
    load: async () => (await import('./backup-command.ts')).backUpCommand,
  },
  {
    words: 'restore',
    options: '--from DIR --data DIR [--keys FILE]',
    does: 'verifies a backup, brings it back as a new data folder, starts it and verifies the books',
    load: async () => (await import('./backup-command.ts')).restoreCommand,
  },
  {
    words: 'keys status',
    options: '[--json] [--data DIR]',
    does: 'says which encryption keys hold, and how much is encrypted with each',
    load: async () => (await import('./keys-command.ts')).keysStatus,
  },
  {
    words: 'keys rotate',
    options: '[--data DIR]',
    does: 'makes new data keys and encrypts everything anew with them, while the server runs; finishes what was cut short',
    load: async () => (await import('./keys-command.ts')).keysRotate,
  },
  {
    words: 'keys rewrap',
    options: '[--new] [--data DIR]',
    does: 'wraps the data keys with the first of the operator’s keys; --new makes one for a data folder first',
    load: async () => (await import('./keys-command.ts')).keysRewrap,
  },
  {
    words: 'keys drill',
    options: '[--from DIR --keys FILE] [--on-this-copy] [--data DIR]',
    does: 'rehearses on a copy: restore, rotate, a kill in the middle, everything opens; without the keys nothing does',
    load: async () => (await import('./keys-drill.ts')).keysDrill,
  },
  {
    words: 'add-user',
    options: '--email ADDRESS --name NAME --practice operator|ID --role ROLE [--password-stdin] [--data DIR]',
    does: 'makes a login and its member; the password is read from standard input, or made and printed once',
    load: async () => (await import('./add-user-command.ts')).addUserCommand,
  },
]

if (import.meta.main) process.exitCode = await evenkeel(process.argv.slice(2))

/** Runs the command that the words name. */
export async function evenkeel(args: string[]): Promise<number> {
  const command = commands.find(({ words }) => words.split(' ').every((word, at) => args[at] === word))
  if (command === undefined) {
    const asksForHelp = args.length === 0 || args[0] === 'help' || args.includes('--help')
    const complaint = asksForHelp ? '' : `There is no command "${args.slice(0, 2).join(' ')}".\n\n`
    process.stderr.write(`${complaint}${usage()}`)
    return asksForHelp && args.length > 0 ? 0 : 2
  }
  try {
    const run = await command.load()
    return await run(args.slice(command.words.split(' ').length))
  } catch (error) {
    return explain(error, command)
  }
}

function explain(error: unknown, { words, options }: Command): number {
  if (isWrongUse(error)) {
    process.stderr.write(`${error.message}\n\nUsage: evenkeel ${words} ${options}\n`)
    return 2
  }
  if (error instanceof StartTrouble) {
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`)
  return 1
}

// node:util's parseArgs throws TypeErrors with these codes for options that it does not know.
function isWrongUse(error: unknown): error is Error {
  if (error instanceof WrongUse) return true
  const code = error instanceof TypeError && 'code' in error ? String(error.code) : ''
  return code.startsWith('ERR_PARSE_ARGS')
}

function usage(): string {
  const width = Math.max(...commands.map(({ words, options }) => words.length + options.length + 1))
  const lines = commands.map(({ words, options, does }) => `  ${`${words} ${options}`.padEnd(width + 2)}${does}`)
  return `Usage: evenkeel COMMAND\n\n${lines.join('\n')}\n`
}
