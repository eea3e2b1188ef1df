import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import type { Remedy } from '../../business/coverage/answer.ts'
import { stateName } from '../../business/coverage/service-areas.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Dialog } from '../design/dialog.tsx'
import { AskCheck, AskCredential } from './ask-operator.tsx'
import { CountyForm } from './county-form.tsx'
import { NewLocation } from './new-location.tsx'
import type { PlaceAsked } from './place-queries.ts'
import type { Place } from './practice-place.ts'
import { PractisingThere } from './practising-there.tsx'
import { type Door, doorOf, type Where } from './remedy-doors.ts'

/** What a door needs to know of the answer that it stands beside. */
export type About = {
  where: Where
  client: { personId: string; name: string; email?: string | null }
  /** The clinician whose credentials were asked about. */
  memberId: string
  on: string
  /** The place that was decided on, where there is one. */
  asked: PlaceAsked | null
  /** What the confirm page or What if does itself. */
  addCrisisCode?: () => void
  writeCrisis?: () => void
  chooseCounty?: ReactNode
  /** A place that was just recorded. */
  recorded?: (locationId: string) => void
}

type Props = { remedy: Remedy; about: About; place: Place }

/** The button or link that starts a remedy; `doorOf` says which one. */
export function RemedyDoor({ remedy, about, place }: Props) {
  const door = doorOf(remedy, about.where)
  const { client, on, asked } = about
  const { practiceId } = place
  switch (door.opens) {
    case 'new_location':
      return <NewLocation client={client} place={place} name={door.name} recorded={about.recorded} />
    case 'county':
      return asked === null ? (
        <NewLocation client={client} place={place} name={door.name} recorded={about.recorded} />
      ) : (
        <Opening name={door.name}>{(close) => <CountyForm asked={asked} place={place} close={close} />}</Opening>
      )
    case 'choose_county':
      return <>{about.chooseCounty}</>
    case 'ask_check':
      return <AskCheck personId={client.personId} place={place} />
    case 'write_to_client':
      return <WriteToClient client={client} place={place} />
    case 'add_crisis_code':
      return <Deed name={door.name} act={about.addCrisisCode} />
    case 'write_crisis':
      return <Deed name={door.name} act={about.writeCrisis} />
    case 'crisis_help':
      return (
        <ButtonLink to="/help/$slug" params={{ slug: 'emergencies-out-of-state' }} variant="default">
          {door.name}
        </ButtonLink>
      )
    case 'boards':
    case 'temporary':
    case 'colleagues':
      return <There door={door} about={about} place={place} />
    case 'insurance_status':
      return (
        <ButtonLink to="/practice/$practiceId/insurance" params={{ practiceId }} hash={door.part} variant="default">
          {door.name}
        </ButtonLink>
      )
    case 'ask_credential':
      return (
        <Opening name={door.name} title={`Credential in ${stateName(door.state)}`}>
          {(close) => <AskCredential {...door} memberId={about.memberId} place={place} close={close} />}
        </Opening>
      )
    case 'plan_session':
      return (
        <ButtonLink
          to="/practice/$practiceId/sessions/add"
          params={{ practiceId }}
          search={{ client: client.personId, on: door.on > on ? door.on : on }}
          variant="default"
        >
          {door.name}
        </ButtonLink>
      )
  }
}

type ThereDoor = Extract<Door, { opens: 'boards' | 'temporary' | 'colleagues' }>

const titles: Record<ThereDoor['opens'], (state: string) => string> = {
  boards: (state) => `Licensed in ${state}`,
  temporary: (state) => `In ${state} for a while`,
  colleagues: (state) => `Who can see them in ${state}`,
}

function There({ door, about: { client, on }, place }: { door: ThereDoor; about: About; place: Place }) {
  const asked = { personId: client.personId, on, state: door.state }
  return (
    <Opening name={door.name} title={titles[door.opens](stateName(door.state))}>
      {() => <PractisingThere parts={[door.opens]} asked={asked} place={place} />}
    </Opening>
  )
}

function Opening({
  name,
  title = name,
  children,
}: {
  name: string
  title?: string
  children: (close: () => void) => ReactNode
}) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" onClick={open}>
        {name}
      </Button>
      <Dialog name={title} opened={opened} close={close}>
        {children(close)}
      </Dialog>
    </>
  )
}

function Deed({ name, act }: { name: string; act: (() => void) | undefined }) {
  return (
    <Button variant="default" onClick={act}>
      {name}
    </Button>
  )
}

function WriteToClient({ client, place }: { client: About['client']; place: Place }) {
  const first = client.name.split(' ')[0] ?? client.name
  if (client.email != null) {
    return (
      <Button component="a" variant="default" href={`mailto:${client.email}`}>
        Write to {first}
      </Button>
    )
  }
  return (
    <ButtonLink
      to="/practice/$practiceId/clients/$personId"
      params={{ practiceId: place.practiceId, personId: client.personId }}
      variant="default"
    >
      Open {first}’s insurance
    </ButtonLink>
  )
}
