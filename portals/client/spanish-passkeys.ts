import type { PasskeyWords } from '../design/passkey-words.ts'

/** What the part about passkeys says to whoever reads Spanish. */
export const spanishPasskeys: PasskeyWords = {
  heading: 'Llaves de acceso',
  lead: 'Entre con el dedo, la cara o un PIN, sin contraseña. Una llave de acceso solo responde en esta dirección, así que una página copiada no obtiene nada de ella.',
  none: 'Aún no hay ninguna llave de acceso. Añada una en el dispositivo que tiene en las manos.',
  add: 'Añadir una llave de acceso',
  addLead:
    'Ahora su dispositivo le pide el dedo, la cara o un PIN, y guarda la llave o le deja elegir dónde. Le escribimos que se añadió una.',
  name: 'Cómo la llama',
  lackName: 'Dele un nombre con el que la reconozca.',
  go: 'Continuar',
  unsupported:
    'Este navegador no ofrece llaves de acceso en esta dirección. Necesitan https, o localhost en la demostración.',
  kept: {
    on_one_device: 'Se queda en un dispositivo.',
    may_be_synced: 'Por ahora en un dispositivo; su fabricante puede copiarla a los otros.',
    synced: 'Sincronizada entre sus dispositivos.',
  },
  added: (moment) => `Añadida el ${moment}`,
  used: (moment) => `usada por última vez el ${moment}`,
  neverUsed: 'aún no usada',
  stopped: 'Detenida: parece que fue copiada, y ya no abre nada. Quítela y añada otra.',
  rename: 'Cambiar el nombre',
  renameIt: (name) => `Cambiar el nombre de ${name}`,
  save: 'Guardar',
  leaveIt: 'Dejarlo',
  remove: 'Quitar',
  removeIt: (name) => `Quitar ${name}`,
  removeTitle: '¿Quitar esta llave de acceso?',
  removeLead: (name) =>
    `${name} ya no abrirá nada, y lo que entró con ella en otra parte se cierra. Quizá su dispositivo aún la muestre; bórrela allí también.`,
  stays: {
    last_way_in: 'Nada más abre su cuenta, así que se queda. Añada otra primero.',
    last_second_factor: 'Es su único segundo factor, así que se queda. Añada otra primero.',
  },
}
