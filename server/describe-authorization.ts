import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Abilities, abilitiesOf, allows, practiceRoles } from '../business/practices/abilities-of.ts'
import { authorizationTable } from './authorization-table.ts'
import type { Role, Rule } from './route-rules.ts'

/** How somebody stands to what a route is about. */
export const standings = ['own', 'archived', 'ended', 'neighbour'] as const
export type Standing = (typeof standings)[number]

/** Whether the table lets a role in, as it stands to the practice or the person that the path names. */
export function isLetIn(rule: Rule, role: Role, standing: Standing): boolean {
  if (rule.door === 'public') return true
  if (role === 'anonymous') return false
  if (rule.door === 'signed_in') return true
  if (standing === 'neighbour') return false
  if (standing === 'ended') return false
  if (!rule.roles.includes(role)) return false
  const practiceRole = practiceRoles.find((each) => each === role)
  if (practiceRole === undefined || standing !== 'archived') return true
  return allows(abilitiesOf([practiceRole], 'archived'), rule.needs)
}

const doors: Record<Rule['door'], string> = {
  public: 'anyone',
  signed_in: 'any login, its own rows',
  practice: 'a member of the practice in the path',
  client: 'a login that acts today for the person in the path',
  session: 'a member of the practice whose session it is, or the operator with a reason',
  operations: 'the operator’s staff',
}

/** docs/authorization.md: the table as a document that people review; a test holds the two together. */
export function describeAuthorization(table: Readonly<Record<string, Rule>> = authorizationTable): string {
  const sections = Object.entries(doors).map(([door, words]) => {
    const rows = Object.entries(table).filter(([, rule]) => rule.door === door)
    return `## ${heading(words)}\n\n${tableOf(rows, door as Rule['door'])}`
  })
  return `${intro}\n${sections.join('\n\n')}\n`
}

function heading(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

function tableOf(rows: [string, Rule][], door: Rule['door']): string {
  const shown: readonly Role[] =
    door === 'practice' ? practiceRoles : door === 'session' ? [...practiceRoles, 'operator_staff'] : []
  const head = ['route', ...(door === 'practice' ? ['needs'] : []), ...shown, 'audit']
  const lines = rows.map(([route, rule]) => [
    `\`${route}\``,
    ...(door === 'practice' ? [needsOf(rule.needs)] : []),
    ...shown.map((role) => answerOf(rule, role)),
    rule.audited === 'nothing' ? '' : rule.audited,
  ])
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

// yes; yes*: while the member is archived too; empty: no.
function answerOf(rule: Rule, role: Role): string {
  if (!isLetIn(rule, role, 'own')) return ''
  return isLetIn(rule, role, 'archived') && role !== 'operator_staff' ? 'yes*' : 'yes'
}

function needsOf(needs: Partial<Abilities>): string {
  const named = Object.entries(needs).map(([area, reach]) => `${area}: ${reach}`)
  return named.length === 0 ? 'to work here' : named.join(', ')
}

const intro = `# Who may use which route

Made from \`server/authorization-table.ts\` by \`npm run generate\`; review it there. A route without a row stops the start. \`server/authorization-matrix.test.ts\` asks every route as every role, as somebody whose own it is, who is archived, whose membership has ended, and who is a neighbour, and compares the answers with this table.

- **yes** lets the role in; **yes\\*** also while the member is archived; an empty cell refuses with 403 and \`role_not_allowed\`.
- What \`needs\` asks with \`own\` is one's own: whether this session or client is, the room decides, and answers 404 where it is not.
- Whoever works elsewhere, or does no more, is answered 404 \`practice_not_found\`: a practice is as unknown to a neighbour as one that does not exist. So is a person to another's login (404 \`person_not_found\`). The operator's routes answer 403.
- Without a session every route but the public ones answers 401.
- Whoever sees other people's records signs in with two factors: a passkey that verified them, or a password and a code (docs/operate.md); without them these routes answer 403 \`two_factors_needed\`.
- \`audit\`: \`look\` and \`write\` name the record, \`list\` is one event for a list.
- Several roles of one member add up. Behind all of it stands row-level security, which \`server/row-security-of-stores.test.ts\` asks without any of these checks.
`

if (import.meta.main) {
  writeFileSync(join(import.meta.dirname, '..', 'docs', 'authorization.md'), describeAuthorization())
}
