import type { PartWords } from '../design/part-words.ts'
import { sayRefusalInSpanish } from './spanish-refusals.ts'

/** What the shared parts say to whoever reads Spanish. */
export const spanishParts: PartWords = {
  close: 'Cerrar',
  loading: 'Cargando',
  tryAgain: 'Intentarlo de nuevo',
  signInAgain: 'Iniciar sesión otra vez',
  pageError: 'Esta página tuvo un error propio.',
  nothingChanged: 'No se cambió ni se perdió nada.',
  unanswered: () => 'Lo que escribió sigue aquí. Inténtelo de nuevo: si ya había llegado, no se registra dos veces.',
  nothingRecorded: 'No se registró nada, y lo que escribió sigue aquí. Corríjalo e inténtelo de nuevo.',
  problem: ({ code, because }) => ({
    head: sayRefusalInSpanish(code) ?? 'No fue posible.',
    reasons: (because ?? []).flatMap((reason) => sayRefusalInSpanish(reason.code, reason.field ?? '') ?? []),
  }),
}
