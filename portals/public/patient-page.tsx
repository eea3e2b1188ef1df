import { useWords } from '../client/messages.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { doorWords } from './account-door-words.ts'
import { ClientDoor, DoorForm } from './client-door.tsx'
import styles from './public.module.css'

/** The clients' way in: an account of one's own, or the one that is there. */
export function PatientPage() {
  return (
    <ClientDoor>
      <Ways />
    </ClientDoor>
  )
}

function Ways() {
  const say = useWords(doorWords)
  return (
    <DoorForm name={say('patientTitle')} intro={say('patientIntro')}>
      <div className={styles.ways}>
        <section className={styles.way} aria-labelledby="new">
          <h2 id="new">{say('newHere')}</h2>
          <p>{say('newHereWords')}</p>
          <ButtonLink to="/sign-up">{say('signUp')}</ButtonLink>
        </section>
        <section className={styles.way} aria-labelledby="known">
          <h2 id="known">{say('haveAccount')}</h2>
          <p>{say('haveAccountWords')}</p>
          <ButtonLink to="/sign-in" variant="default">
            {say('signIn')}
          </ButtonLink>
        </section>
      </div>
    </DoorForm>
  )
}
