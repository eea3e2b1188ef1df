import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import { sayDate } from '../visits/say-date.ts'
import type { MoneyTold } from './money-letter.ts'

/** The same letters to clients who read Spanish: an appointment's day and an amount. */
export function moneyLetterInSpanish(told: MoneyTold, appointmentOn: CalendarDate): { subject: string; body: string } {
  const day = sayDate('es', appointmentOn)
  const where =
    told.kind === 'invoice' ? 'Entre en Evenkeel, en Citas.' : 'Entre en Evenkeel para ver por qué, en Citas.'
  return { subject: subjectOf(told, day), body: [...linesOf(told, day), '', where].join('\n') }
}

function subjectOf({ kind }: MoneyTold, day: string): string {
  switch (kind) {
    case 'invoice':
      return `Su factura del ${day}`
    case 'refund':
      return `Una devolución por el ${day}`
    case 'forgiven':
      return `Ya no debe nada por el ${day}`
    case 'share_increased':
      return `El precio de su cita del ${day} ha cambiado`
  }
}

function linesOf(told: MoneyTold, day: string): string[] {
  const amount = formatCents(told.cents)
  switch (told.kind) {
    case 'invoice':
      return [`La factura de su cita del ${day} está en su cuenta. Su parte es de ${amount}.`]
    case 'refund':
      return [
        `${amount} de lo que pagó por su cita del ${day} ha vuelto a la tarjeta con la que pagó.`,
        'Su banco puede tardar unos días en mostrarlo. Usted no tiene que hacer nada.',
      ]
    case 'forgiven':
      return [
        `Quedaban pendientes ${amount} por su cita del ${day}. Ya no se los pedimos.`,
        'Usted no tiene que hacer nada.',
      ]
    case 'share_increased':
      return [
        `Su seguro ha respondido: su parte de la cita del ${day} es ${amount} más de lo previsto.`,
        `Lo cobramos a su tarjeta el ${sayDate('es', told.chargedOn)}, no antes. Si cree que es un error, responda antes a esta carta.`,
      ]
  }
}
