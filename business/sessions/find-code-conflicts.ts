import type { CodeFinding, CodeInSession } from './check-service-codes.ts'
import { verdictFor } from './find-code-misuse.ts'
import { type Conflict, conflictsOn } from './service-rules.ts'

/** The codes of the session that this one does not go with; both codes of a pair carry the finding. */
export function findCodeConflicts({ line, session }: CodeInSession): CodeFinding[] {
  return conflictsOn(session.on).flatMap((conflict) => {
    const against = codesAgainst(line.code, conflict).filter((code) => session.codes.has(code))
    if (against.length === 0) return []
    const instead = conflict.instead?.[line.code]
    return [
      {
        verdict: verdictFor(conflict.certainty),
        because: 'not_in_same_session' as const,
        words: `${line.code} does not go with ${against.join(', ')}. ${conflict.words}.`,
        ...(instead === undefined ? {} : { suggestion: { code: instead, units: 1 } }),
      },
    ]
  })
}

function codesAgainst(code: string, { one, other }: Conflict): readonly string[] {
  if (one.includes(code)) return (other ?? one).filter((against) => against !== code)
  return other?.includes(code) ? one : []
}
