import nodemailer from 'nodemailer'
import type { Db, Deed, Ids } from '../../business/world.ts'
import type { MailSettings } from '../settings.ts'

type Letter = { id: string; practice_id: string; recipient: string; subject: string; body: string }
type Post = (letter: Letter) => Promise<'sent' | 'refused' | 'failed'>

const mostAttempts = 5

/**
 * The deed that sends what waits in the outbox. Without SMTP settings letters are kept there for the operator to see. An
 * attempt is recorded after it was made: a crash in between sends a letter twice rather than never.
 */
export function deliverMail(settings: MailSettings | null, ids: Ids): Deed {
  const post = settings === null ? null : postBySmtp(settings)
  return {
    name: 'deliver-mail',
    givesWorkTo: 'nobody',
    async run(db, world) {
      if (post === null) return 0
      let sent = 0
      for (const letter of await waiting(db)) {
        const outcome = await post(letter)
        world.witness('mail-posted')
        const { practice_id, id } = letter
        await db
          .insertInto('house.mail_attempt')
          .values({ practice_id, mail_id: id, id: ids.next(), outcome, detail: null, at: world.clock.now() })
          .execute()
        if (outcome === 'sent') sent += 1
      }
      return sent
    },
  }
}

function waiting(db: Db): Promise<Letter[]> {
  return db
    .selectFrom('house.mail as mail')
    .select(['mail.id', 'mail.practice_id', 'mail.recipient', 'mail.subject', 'mail.body'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('house.mail_attempt as attempt')
            .select('attempt.id')
            .whereRef('attempt.practice_id', '=', 'mail.practice_id')
            .whereRef('attempt.mail_id', '=', 'mail.id')
            .where('attempt.outcome', 'in', ['sent', 'refused', 'kept']),
        ),
      ),
    )
    .where(
      ({ selectFrom }) =>
        selectFrom('house.mail_attempt as attempt')
          .select(({ fn }) => fn.countAll<number>().as('attempts'))
          .whereRef('attempt.practice_id', '=', 'mail.practice_id')
          .whereRef('attempt.mail_id', '=', 'mail.id'),
      '<',
      mostAttempts,
    )
    .orderBy('mail.recorded_at')
    .execute()
}

function postBySmtp({ host, port, user, password, from }: MailSettings): Post {
  const transport = nodemailer.createTransport({
    host,
    port,
    secure: port === 465,
    requireTLS: port !== 465,
    auth: { user, pass: password },
    connectionTimeout: 10_000,
    socketTimeout: 30_000,
  })
  return async ({ id, recipient, subject, body }) => {
    try {
      await transport.sendMail({ from, to: recipient, subject, text: body, messageId: `<${id}@${from.split('@')[1]}>` })
      return 'sent'
    } catch (error) {
      const { responseCode } = error as { responseCode?: number }
      // 5xx: the recipient's server will never take it (RFC 5321 section 4.2.1).
      return responseCode !== undefined && responseCode >= 500 ? 'refused' : 'failed'
    }
  }
}
