import type { Article } from './article.ts'

export const articlesOnGroups: readonly Article[] = [
  {
    slug: 'roles-in-a-group',
    topic: 'groups',
    title: 'Who may do what in a group',
    summary: 'Owners, administrators and clinicians; and how somebody who treats nobody becomes an administrator.',
    keeps: ['admin-without-clinical-role'],
    parts: [
      {
        kind: 'list',
        items: [
          'An owner sees and does everything for the practice, its bank account and its people included.',
          'An administrator looks after clients, sessions and payments of everybody. Who treats nobody does not read notes, and confirms nothing.',
          'A clinician sees their own clients, sessions and pay. To them a colleague’s session is as unknown as none.',
        ],
      },
      { kind: 'heading', text: 'An administrator who treats nobody' },
      {
        kind: 'list',
        items: [
          'They make an account: My portal at the top right, Patient portal, Sign up. The e-mail address is verified.',
          'Then they, or you, ask for access with their name and that e-mail address.',
          'An owner of the practice agrees, and the account sees the practice.',
        ],
      },
      {
        kind: 'not_yet',
        text: 'The request and the owner’s yes are not on a page yet: write to us from the owner’s address, and we add the administrator.',
      },
    ],
  },
  {
    slug: 'archiving-and-removing',
    topic: 'groups',
    title: 'When a clinician leaves',
    summary: 'Archiving hides and keeps the history; removing comes after the last payout.',
    keeps: ['archive-a-clinician', 'removal-after-last-payout'],
    parts: [
      {
        kind: 'text',
        text: 'Archiving a clinician takes them off the lists that you work with. Their sessions, notes and payments stay, and open when you choose their name among the archived.',
      },
      {
        kind: 'text',
        text: 'Removing somebody from the practice for good comes later: only after the last payout for their sessions has arrived, so that nobody leaves money behind.',
      },
      {
        kind: 'not_yet',
        text: 'Manage team, with Archive provider and the request to remove somebody, is not here yet. Sessions and payouts of somebody who has left stay as they are, and are paid.',
      },
    ],
  },
  {
    slug: 'transferring-a-client',
    topic: 'groups',
    title: 'Handing a client to a colleague',
    summary: 'Archive on one list, add on the other with the same e-mail address: the account is recognized.',
    keeps: ['transfer-by-email'],
    parts: [
      {
        kind: 'list',
        items: [
          'The clinician who hands over archives the client on their own list.',
          'The colleague chooses Add client and writes the client’s e-mail address, the same as before.',
          'The account is recognized, and the client is added with plan, places and forms. Nothing has to be entered again.',
        ],
      },
      {
        kind: 'text',
        text: 'Sessions that have been held stay with the clinician who held them, and are paid to the practice as before.',
      },
      {
        kind: 'not_yet',
        text: 'One button that does both, with a word about what was agreed on, is not here yet.',
      },
    ],
  },
]
