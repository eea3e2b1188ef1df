import type { AccountLetter, english } from './account-letters.ts'

const signature = '\n\nEvenkeel\n'
const notYou = 'Si no fue usted, no tiene que hacer nada.'

/** The letters about one's own account to clients who read Spanish. */
function confirmAddress(to: { name: string; link: string }): AccountLetter {
  return {
    subject: 'Confirme su correo electrónico',
    body: `Hola, ${to.name}:

para terminar su cuenta de Evenkeel, abra este enlace en las próximas 24 horas y ponga la contraseña que eligió:

${to.link}

El enlace sirve una sola vez. ${notYou}${signature}`,
  }
}

function confirmWithLogin(to: { name: string; link: string }): AccountLetter {
  return {
    subject: 'Añada una cuenta de cliente a su acceso',
    body: `Hola, ${to.name}:

usted ya entra en Evenkeel con este correo. Para ver también sus propias citas, abra este enlace en las próximas 24 horas y ponga la contraseña con la que entra (no una nueva):

${to.link}

El enlace sirve una sola vez. ${notYou}${signature}`,
  }
}

function accountExists(to: { signIn: string; forgot: string }): AccountLetter {
  return {
    subject: 'Usted ya tiene una cuenta',
    body: `Hola:

alguien pidió una cuenta de Evenkeel con este correo. Usted ya tiene una: inicie sesión en

${to.signIn}

Si ya no sabe su contraseña, ponga una nueva en

${to.forgot}

No se cambió nada. ${notYou}${signature}`,
  }
}

function resetPassword(to: { link: string }): AccountLetter {
  return {
    subject: 'Ponga una contraseña nueva',
    body: `Hola:

para poner una contraseña nueva en Evenkeel, abra este enlace en la próxima hora:

${to.link}

El enlace sirve una sola vez. Quien haya entrado con la contraseña anterior queda fuera. ${notYou}${signature}`,
  }
}

function noAccountToReset(to: { signUp: string }): AccountLetter {
  return {
    subject: 'No hay ninguna cuenta con este correo',
    body: `Hola:

alguien pidió una contraseña nueva para este correo, pero ninguna cuenta de Evenkeel lo usa. Si fue usted, quizá se registró con otro correo. Para registrarse con este:

${to.signUp}

${notYou}${signature}`,
  }
}

function passwordChanged(to: { forgot: string }): AccountLetter {
  return {
    subject: 'Su contraseña se cambió',
    body: `Hola:

la contraseña de su cuenta de Evenkeel se cambió ahora mismo. Si no fue usted, ponga una nueva enseguida; así queda fuera quien haya entrado:

${to.forgot}${signature}`,
  }
}

function confirmNewAddress(to: { link: string }): AccountLetter {
  return {
    subject: 'Confirme su nuevo correo electrónico',
    body: `Hola:

alguien pidió usar este correo para su cuenta de Evenkeel. Para confirmarlo, abra este enlace en las próximas 24 horas:

${to.link}

El enlace sirve una sola vez. ${notYou}${signature}`,
  }
}

function addressChanged(): AccountLetter {
  return {
    subject: 'Su correo electrónico se cambió',
    body: `Hola:

su cuenta de Evenkeel usa ahora otro correo, que fue confirmado. Si no fue usted, responda a esta carta enseguida.${signature}`,
  }
}

export const spanish: typeof english = {
  confirmAddress,
  confirmWithLogin,
  accountExists,
  resetPassword,
  noAccountToReset,
  passwordChanged,
  confirmNewAddress,
  addressChanged,
}
