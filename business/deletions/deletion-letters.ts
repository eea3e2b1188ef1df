import { type CalendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import type { DeletionLine } from './decide-deletion.ts'
import { backupWords, recordWords, sayDeletionLine } from './say-deletion.ts'

/** Plain letters about a request for deletion; what is kept by kind and day, nothing of care. */
type Letter = { subject: string; body: string }

export function deletionAskedLetter(to: { name: string; answerBy: CalendarDate }): Letter {
  return {
    subject: 'Your request for deletion',
    body: `Hello ${to.name},

we have your request to delete what we keep of you, and answer it by ${dateInWords(to.answerBy)}. Until it is carried out you can take it back where you asked. If you did not ask, take it back there and change your password.

Evenkeel
`,
  }
}

export function deletionDeclinedLetter(to: { name: string; words: string }): Letter {
  return {
    subject: 'Your request for deletion',
    body: `Hello ${to.name},

we have not carried out your request for deletion: ${to.words}

Nothing was deleted. You can ask again at any time.

Evenkeel
`,
  }
}

export function deletionDoneLetter(to: { name: string; lines: readonly DeletionLine[] }): Letter {
  const now = to.lines.filter(({ fate }) => fate === 'now')
  const rest = to.lines.filter(({ fate }) => fate !== 'now')
  const list = (lines: readonly DeletionLine[], say: (line: DeletionLine) => string) =>
    lines.map((line) => `- ${say(line)}`).join('\n')
  return {
    subject: 'What was deleted, and what is kept until when',
    body: `Hello ${to.name},

your request for deletion was carried out.

Deleted:
${list(now, ({ record }) => recordWords[record])}

Kept, and until when:
${list(rest, (line) => `${recordWords[line.record]}. ${sayDeletionLine(line)}`)}

${backupWords}

When the last of these days has passed, we delete the rest. Keep this letter: we take your address from our copy of it some weeks after it has left.

Evenkeel
`,
  }
}
