import type { Article } from './article.ts'

export const articlesOnGroups: readonly Article[] = [
  {
    slug: 'roles-in-a-group',
    topic: 'groups',
    title: 'Who may do what in a group',
    summary: 'Six roles, of which one may hold several; and how somebody who treats nobody becomes an administrator.',
    keeps: ['admin-without-clinical-role', 'new-group-by-form', 'add-clinicians'],
    parts: [
      {
        kind: 'list',
        items: [
          'An owner sees and does everything for the practice, its bank account and its people included.',
          'An administrator looks after clients, sessions and payments of everybody. Who treats nobody does not read notes, and confirms nothing.',
          'A biller sees clients’ insurance and all money, and reads no notes. A scheduler plans in every calendar, and sees neither notes nor money. A clinical supervisor reads every note, and sees no money.',
          'A clinician sees their own clients, sessions and pay. To them a colleague’s session is as unknown as none.',
        ],
      },
      { kind: 'heading', text: 'Several roles at once' },
      {
        kind: 'text',
        text: 'Somebody may hold several roles: each adds to what they may do, and none takes away. Choose some:',
      },
      { kind: 'roles' },
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
        kind: 'text',
        text: 'The request stands in their account under Work in a practice’s office; the owner finds it on Home and in Manage team. A solo practice may have administrators without becoming a group. The owner removes the access in Manage team, by the name.',
      },
      { kind: 'heading', text: 'Adding a clinician' },
      {
        kind: 'text',
        text: 'An owner or administrator of a group chooses Manage team, at the top left, and Add provider: name, e-mail, state of residence, license and NPI, and whether they sign in themselves. A new group, or a solo practice that becomes one, asks on the page For practices; a consultant leads it, and nothing that is there is lost.',
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
      { kind: 'heading', text: 'Removing for good' },
      {
        kind: 'text',
        text: 'Removing somebody from the practice for good comes later: only after the last payout for their sessions has arrived, so that nobody leaves money behind. Choose the day on which their last session is confirmed:',
      },
      { kind: 'leaving' },
      {
        kind: 'text',
        text: 'Both are done in Manage team, by the name: Archive provider, and Remove for good. Until it is possible the page says what is still open, and from which day on nothing is: no session that can be confirmed, no payout that is to come or could still be sent back within five banking days, no open case. Records and books stay as the law asks.',
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
        kind: 'text',
        text: 'Or in one act: Transfer, on the client’s page. Before you choose it the page says where the colleague may bill the client and what already stands in their calendar; every session to come goes along, and the client is written to.',
      },
    ],
  },
]
