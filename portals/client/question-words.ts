import { catalogue } from './messages.ts'

/** What could not be confirmed of somebody's insurance. */
export const questionWords = catalogue(
  {
    title: 'We have a question about your insurance',
    photo_unreadable: 'We cannot read the picture of your card. Take it again, flat and in good light.',
    photo_missing: 'We need a picture of both sides of your card.',
    member_unknown: 'Your insurer does not know this member ID. Compare it with the card, letter by letter.',
    name_differs: 'Your insurer has another name. Tell us how it stands on the card.',
    birth_date_differs: 'Your insurer has another date of birth. Tell us whether yours is right here.',
    other_plan: 'Your card shows another plan than the one you chose. Enter your insurance again, below.',
    other: 'Our staff writes to you:',
    words: 'Your answer',
    wordsHint: 'In your own words. If you only send new pictures, leave it empty.',
    send: 'Send the answer',
    answered: 'You have answered our question about your insurance. We ask your insurer again.',
    deed: 'your answer',
  },
  {
    title: 'Tenemos una pregunta sobre su seguro',
    photo_unreadable: 'No podemos leer la foto de su tarjeta. Tómela otra vez, plana y con buena luz.',
    photo_missing: 'Necesitamos una foto de los dos lados de su tarjeta.',
    member_unknown: 'Su seguro no conoce este número de miembro. Compárelo con la tarjeta, letra por letra.',
    name_differs: 'Su seguro tiene otro nombre. Díganos cómo está en la tarjeta.',
    birth_date_differs: 'Su seguro tiene otra fecha de nacimiento. Díganos si la de aquí es correcta.',
    other_plan: 'Su tarjeta muestra otro plan que el que eligió. Ponga su seguro otra vez, abajo.',
    other: 'Nuestro equipo le escribe:',
    words: 'Su respuesta',
    wordsHint: 'Con sus palabras. Si solo envía fotos nuevas, déjelo vacío.',
    send: 'Enviar la respuesta',
    answered: 'Usted ya respondió a nuestra pregunta sobre su seguro. Preguntamos otra vez a su seguro.',
    deed: 'su respuesta',
  },
)
