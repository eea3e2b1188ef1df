/** What the part about passkeys says; a door in another language brings its own. */
export type PasskeyWords = {
  heading: string
  lead: string
  none: string
  add: string
  addLead: string
  name: string
  lackName: string
  go: string
  unsupported: string
  kept: Record<'on_one_device' | 'may_be_synced' | 'synced', string>
  added: (moment: string) => string
  used: (moment: string) => string
  neverUsed: string
  stopped: string
  rename: string
  renameIt: (name: string) => string
  save: string
  leaveIt: string
  remove: string
  removeIt: (name: string) => string
  removeTitle: string
  removeLead: (name: string) => string
  stays: Record<'last_way_in' | 'last_second_factor', string>
}

export const englishPasskeys: PasskeyWords = {
  heading: 'Passkeys',
  lead: 'Sign in by finger, face or PIN, without a password or a code. A passkey answers at this address only, so a copied page gets nothing from it.',
  none: 'No passkey yet. Add one on the device that you have in your hands.',
  add: 'Add a passkey',
  addLead:
    'Your device asks for finger, face or PIN next, and keeps the passkey, or lets you choose where. We write to you that one was added.',
  name: 'What you call it',
  lackName: 'Give it a name by which you know it again.',
  go: 'Continue',
  unsupported: 'This browser offers no passkeys at this address. They need https, or localhost in the demonstration.',
  kept: {
    on_one_device: 'Stays on one device.',
    may_be_synced: 'On one device so far; its maker may copy it to your others.',
    synced: 'Synced between your devices.',
  },
  added: (moment) => `Added ${moment}`,
  used: (moment) => `last used ${moment}`,
  neverUsed: 'not used yet',
  stopped: 'Stopped: it seems to have been copied, and opens nothing any more. Remove it and add a new one.',
  rename: 'Rename',
  renameIt: (name) => `Rename ${name}`,
  save: 'Save',
  leaveIt: 'Leave it',
  remove: 'Remove',
  removeIt: (name) => `Remove ${name}`,
  removeTitle: 'Remove this passkey?',
  removeLead: (name) =>
    `${name} opens nothing any more, and what is signed in with it elsewhere is signed out. Your device may still show it; delete it there too.`,
  stays: {
    last_way_in: 'Nothing else opens your account, so it stays. Add another one first.',
    last_second_factor: 'Your only second factor, so it stays. Add another one, or an authenticator app, first.',
  },
}
