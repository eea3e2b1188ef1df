/**
 * What a refusal says to whoever reads Spanish, by its code; `code.field` is a reason about one field. A test compares
 * the codes with those that the client's doors refuse with.
 */
export const spanishRefusals: Readonly<Record<string, string>> = {
  address_incomplete: 'La dirección aún no está completa; no se registró nada.',
  'address_incomplete.label': 'Dé un nombre al lugar, como Casa u Oficina.',
  'address_incomplete.street': 'Escriba la calle con su número; sin él no se paga una reclamación.',
  'address_incomplete.city': 'Escriba la ciudad o el pueblo.',
  'address_incomplete.state': 'Elija el estado.',
  'address_incomplete.zip': 'Escriba el código postal con cinco cifras.',
  adult_needs_own_account:
    'Ya es mayor de edad: tiene su propia cuenta y allí le permite actuar por él o ella, en Cuenta, Hogar. No se registró nada.',
  another_wording: 'Este formulario tiene un texto más nuevo. Cargue la página otra vez y léalo; no se firmó nada.',
  answer_missing: 'Diga algo en sus palabras, o envíe otra foto. No se registró nada.',
  asked_already: 'Usted ya lo pidió, y el consultorio aún no ha respondido. No se pidió nada más.',
  card_declined: 'La tarjeta no fue aceptada. Pruebe otra, o pregunte a su banco. No se cobró nada.',
  card_incomplete: 'La tarjeta aún no está completa; no se registró nada.',
  'card_incomplete.number': 'Este número de tarjeta tiene un error. Compárelo con la tarjeta.',
  'card_incomplete.expires':
    'La tarjeta ha vencido, o el mes no existe. Escríbalo como en la tarjeta, por ejemplo 04/29.',
  'card_incomplete.securityCode': 'El código de seguridad tiene tres cifras; en American Express, cuatro.',
  card_not_found: 'No hay ninguna tarjeta suya así.',
  card_token_unknown: 'El procesador de tarjetas ya no conoce esta tarjeta. Póngala otra vez; no se registró nada.',
  content_type: 'El servidor no lee este tipo de archivo. No se registró nada.',
  database_away: 'La base de datos no responde. No se registró nada; inténtelo de nuevo.',
  day_has_passed: 'El último día ya pasó. Elija uno que esté por venir; no se registró nada.',
  disk_full: 'El disco del servidor está lleno. No se registró nada; inténtelo más tarde.',
  ends_before_it_begins: 'El último día está antes del primero. Corrija uno de ellos. No se registró nada.',
  fee_changed:
    'Cancelar ahora cuesta otra cantidad que la que decía la página. Mire otra vez antes de pedirlo. No se pidió nada.',
  idempotency_key_missing: 'Cargue la página otra vez e inténtelo de nuevo. No se registró nada.',
  idempotency_key_reused: 'Esto ya se hizo con otro contenido; aquello vale, y ahora no se hizo nada.',
  internal_error: 'Es culpa nuestra. No se registró nada; ya se avisó a quien lo arregla.',
  invitation_not_found: 'No hay ninguna pregunta así para usted, o ya la respondió.',
  invoice_not_found: 'De esta visita aún no hay factura.',
  link_not_valid: 'Este enlace ya se usó o es demasiado antiguo. Pida otro; lo que escribió se guarda una semana.',
  login_not_ended: 'Esta cuenta no actúa por esta persona, o es la de la propia persona. No se cambió nada.',
  no_answer: 'El servidor no respondió. Puede que se haya perdido la conexión.',
  no_photo: 'Envíe la foto como archivo. No se registró nada.',
  no_time_proposed: 'Elija una hora, o diga con palabras cuándo puede. No se pidió nada.',
  not_a_birth_date: 'Ponga la fecha de nacimiento de la persona a quien se va a atender. No se registró nada.',
  not_a_photo: 'No podemos leer esta foto. Envíe un JPEG, PNG, HEIC o PDF; no se registró nada.',
  not_grown: 'Solo una persona mayor de edad puede permitirlo. No se registró nada.',
  not_signed_in: 'Primero inicie sesión; no se hizo nada.',
  not_the_person: 'Esto solo lo puede hacer la propia persona, con su propia cuenta. No se cambió nada.',
  partner_away: 'Un servicio que necesitamos no responde. Lo que se registró vale, y el resto se intenta de nuevo.',
  permission_not_found: 'No hay ningún permiso así, o ya se respondió. Cargue la página otra vez; no se cambió nada.',
  person_not_found: 'No existe ese cliente, o esta cuenta no actúa por él.',
  photo_not_found: 'No hay ninguna foto así.',
  photo_too_large: 'Una foto puede tener 8 MB como mucho. Tómela otra vez con menos detalle; no se registró nada.',
  place_not_ended: 'Este lugar ya terminó, o su último día estaría antes del primero; no se cambió nada.',
  plan_not_found:
    'Este plan no está en nuestra lista ese día. Elija otro, o «Mi plan no está en la lista». No se registró nada.',
  plan_not_named: 'Escriba el nombre del plan como está en la tarjeta. No se registró nada.',
  question_not_found: 'No hay ninguna pregunta abierta sobre su seguro. Cargue la página otra vez.',
  request_answered: 'El consultorio fue más rápido: su pregunta está cerrada. Cargue la página otra vez.',
  request_not_found: 'No hay ninguna pregunta suya así.',
  request_not_valid: 'Algo de lo que se envió no se puede leer; no se registró nada.',
  role_not_allowed: 'Su cuenta no permite esto.',
  route_not_found: 'Aquí no hay nada.',
  signature_without_name: 'Firme con su nombre y apellido. No se registró nada.',
  sign_in_again: 'Para esto tiene que haber iniciado sesión hace poco. Iníciela otra vez; no se hizo nada.',
  only_card: 'Esta es su única tarjeta, y las citas necesitan una. Cámbiela por otra; no se cambió nada.',
  superbill_not_found: 'Ese mes no tiene visitas para un superbill.',
  time_not_free: 'Una de las horas ya no está libre. Elija otra. No se pidió nada.',
  too_large: 'Lo que envió es demasiado grande. No se registró nada.',
  too_many_attempts: 'Se intentó demasiadas veces. Espere un rato e inténtelo de nuevo; no se cambió nada.',
  try_again: 'Alguien cambió lo mismo en ese momento. No se registró nada; inténtelo de nuevo.',
  two_cards_already: 'Ya tiene dos tarjetas aquí. Cambie una de ellas; no se registró nada.',
  unreadable_answer: 'El servidor no pudo hacer esto.',
  visit_called_off: 'Esta cita se canceló entretanto. Ya no hay nada que pedir.',
  visit_has_begun: 'Esta cita ya empezó. Escriba o llame al consultorio.',
  visit_moved: 'La cita se cambió entretanto. Mire cuándo es ahora; no se pidió nada.',
  visit_not_found: 'No hay ninguna cita suya así.',
  wrong_password: 'Esta no es la contraseña. No se cambió nada.',
}

/** The Spanish sentence of a refusal, or of its reason about a field; null where none is known. */
export function sayRefusalInSpanish(code: string, field?: string | null): string | null {
  const last = field?.split('.').at(-1)
  const ofField = last === undefined ? undefined : spanishRefusals[`${code}.${last}`]
  return ofField ?? (field == null ? spanishRefusals[code] : undefined) ?? null
}
