import type { Instant } from '../../libraries/calendar/index.ts'
import { sayWhen as sayMoment } from '../visits/say-moment.ts'
import type { Meeting, PolicyInWords, ToldToClient } from './appointment-letter.ts'

/** The same letters to clients who read Spanish: an appointment, and nothing of health. */
export function appointmentLetterInSpanish(
  told: ToldToClient,
  meeting: Meeting,
  zone: string,
): { subject: string; body: string } {
  const when = sayWhen(meeting.startsAt, zone)
  const where =
    told.kind === 'change_declined'
      ? 'Entre en Evenkeel para leer por qué, en Citas.'
      : 'Entre en Evenkeel para todo lo demás.'
  return { subject: subjectOf(told, when), body: [...linesOf(told, meeting, zone), '', where].join('\n') }
}

function sayWhen(moment: Instant, zone: string): string {
  return sayMoment('es', moment, zone)
}

function subjectOf(told: ToldToClient, when: string): string {
  switch (told.kind) {
    case 'planned':
      return `Su cita: ${when}`
    case 'moved':
      return `Su cita es ahora: ${when}`
    case 'cancelled':
      return told.missed ? `La cita a la que no vino: ${when}` : `Su cita ha sido cancelada: ${when}`
    case 'reminder':
      return `Recordatorio de su cita: ${when}`
    case 'change_declined':
      return `Su cita se queda como estaba: ${when}`
  }
}

function linesOf(told: ToldToClient, meeting: Meeting, zone: string): string[] {
  const when = sayWhen(meeting.startsAt, zone)
  const how = meeting.modality === 'telehealth' ? 'por video; el enlace está en su cuenta' : 'en persona'
  switch (told.kind) {
    case 'planned':
      return [
        `Su cita: ${when}, ${how}.`,
        ...(told.count > 1 ? [`Se repite; ${told.count} fechas están en su cuenta.`] : []),
      ]
    case 'moved':
      return [`Su cita del ${sayWhen(told.from, zone)} se ha cambiado.`, `Ahora es: ${when}, ${how}.`]
    case 'cancelled':
      return cancelledLines(told, when)
    case 'reminder':
      return [`Su cita: ${when}, ${how}.`, ...policyLines(told.policy)]
    case 'change_declined':
      return [
        told.change === 'cancel'
          ? `Usted pidió cancelar su cita del ${when}. El consultorio ha respondido: se queda como estaba.`
          : `Usted pidió cambiar su cita del ${when}. El consultorio ha respondido: se queda como estaba.`,
      ]
  }
}

function cancelledLines({ initiator, missed, fee }: Extract<ToldToClient, { kind: 'cancelled' }>, when: string) {
  const byWhom = initiator === 'client' ? 'como usted pidió' : 'por el consultorio'
  const first = missed ? `Usted no vino a su cita del ${when}.` : `Su cita del ${when} fue cancelada ${byWhom}.`
  const cost =
    fee === null
      ? 'No le cuesta nada.'
      : `Según las reglas de cancelación se le cobran ${fee}. El seguro no lo paga. Si cree que es un error, escriba al consultorio.`
  return [first, cost]
}

function policyLines(policy: PolicyInWords | null): string[] {
  if (policy === null) return []
  const { windowHours, late, noShow } = policy
  return [`Cancelar con menos de ${windowHours} horas cuesta ${late}; no venir cuesta ${noShow}.`]
}
