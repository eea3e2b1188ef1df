import { catalogue } from './messages.ts'

export const shellWords = catalogue(
  {
    skip: 'Skip to content',
    navigation: 'Your portal',
    appointments: 'Appointments',
    billing: 'Billing',
    checklist: 'Checklist',
    account: 'Account',
    menu: 'Your menu, {name}',
    forWhom: 'For whom',
    operations: 'Operations',
    appearance: 'Appearance: {look}',
    light: 'Light',
    dark: 'Dark',
    auto: 'As the system',
    otherLanguage: 'Español',
    signOut: 'Sign out',
    nobodyTitle: 'This login has no client account',
    nobody:
      'You are signed in as {email}. To see appointments of your own, sign out and sign up as a client with the e-mail address that your therapist knows.',
  },
  {
    skip: 'Ir al contenido',
    navigation: 'Su portal',
    appointments: 'Citas',
    billing: 'Pagos',
    checklist: 'Pasos',
    account: 'Cuenta',
    menu: 'Su menú, {name}',
    forWhom: 'Para quién',
    operations: 'Operaciones',
    appearance: 'Apariencia: {look}',
    light: 'Clara',
    dark: 'Oscura',
    auto: 'Como el sistema',
    otherLanguage: 'English',
    signOut: 'Cerrar sesión',
    nobodyTitle: 'Este acceso no tiene cuenta de cliente',
    nobody:
      'Ha iniciado sesión como {email}. Para ver sus propias citas, cierre la sesión y regístrese como cliente con el correo que conoce su terapeuta.',
  },
)
