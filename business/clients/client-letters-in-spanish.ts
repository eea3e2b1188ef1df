import type { ClientLetter, Invited, Named, Transferred } from './client-letters.ts'

/** The letters of client-letters.ts to whoever reads Spanish: the same news, and nothing of care. */
export function invitationLetter({ practiceName, clinicianName, givenName, link }: Invited): ClientLetter {
  return {
    subject: `${practiceName} le invita a Evenkeel`,
    body: `Hola, ${givenName}:

${clinicianName}, de ${practiceName}, le ha añadido en Evenkeel, donde están sus citas y lo que cuestan. Abra este enlace para empezar:

${link}

Si tiene una cuenta con este correo, inicie sesión: se le pregunta si ${practiceName} puede ver sus datos. Si no la tiene, regístrese con este correo. Una carta posterior sustituye a esta.

Si no conoce ${practiceName}, no tiene que hacer nada.

Evenkeel
`,
  }
}

export function recognisedLetter({ practiceName, clinicianName, givenName }: Named): ClientLetter {
  return {
    subject: `${clinicianName}, de ${practiceName}, le ha añadido`,
    body: `Hola, ${givenName}:

${clinicianName}, de ${practiceName}, donde usted ya es cliente, le tiene ahora también en su lista. Su cuenta sigue como está y no tiene que hacer nada.

Si no lo esperaba, pregunte a ${practiceName} o responda a esta carta.

Evenkeel
`,
  }
}

export function transferLetter(told: Transferred): ClientLetter {
  const { practiceName, clinicianName, givenName, formerName, sessions } = told
  const appointments =
    sessions === 0
      ? 'No había ninguna cita prevista; la próxima se acuerda con usted.'
      : sessions === 1
        ? `Su próxima cita sigue a su hora, con ${clinicianName}. Inicie sesión para verla.`
        : `Sus ${sessions} próximas citas siguen a sus horas, con ${clinicianName}. Inicie sesión para verlas.`
  return {
    subject: `${clinicianName}, de ${practiceName}, le atiende a partir de ahora`,
    body: `Hola, ${givenName}:

a partir de ahora le atiende ${clinicianName}, de ${practiceName}, en lugar de ${formerName}. ${appointments}

Su cuenta, su seguro y lo acordado siguen como están. Si no lo esperaba, pregunte a ${practiceName} o responda a esta carta.

Evenkeel
`,
  }
}

export function permissionLetter({ givenName }: { givenName: string }): ClientLetter {
  return {
    subject: `${givenName} quiere que usted actúe en su nombre en Evenkeel`,
    body: `Hola:

${givenName} le permite actuar en su nombre en Evenkeel, donde están las citas y lo que cuestan.

Si tiene una cuenta con este correo, inicie sesión: en Cuenta, Hogar, responde sí o no. Si no la tiene, elija My portal, luego Patient portal y luego Sign up, y use este correo.

Si no conoce a esa persona, no tiene que hacer nada.

Evenkeel
`,
  }
}

export function insuranceCheckedLetter({ givenName }: { givenName: string }): ClientLetter {
  return {
    subject: 'Hemos comprobado su seguro',
    body: `Hola, ${givenName}:

hemos comprobado el seguro que usted puso. Inicie sesión en Evenkeel para ver la respuesta, en Cuenta.

Evenkeel
`,
  }
}

export function insuranceQuestionLetter({ givenName }: { givenName: string }): ClientLetter {
  return {
    subject: 'Tenemos una pregunta sobre lo que usted puso',
    body: `Hola, ${givenName}:

no pudimos confirmar algo que usted puso y necesitamos una palabra suya. Inicie sesión en Evenkeel para leer qué es, en Pasos. Son unos minutos.

Evenkeel
`,
  }
}
