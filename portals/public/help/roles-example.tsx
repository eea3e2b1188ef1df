import { Button, Checkbox } from '@mantine/core'
import { useId, useState } from 'react'
import { abilitiesOf, type PracticeRole, practiceRoles } from '../../../business/practices/abilities-of.ts'
import { sayRole } from '../../design/say-role.ts'
import styles from './help.module.css'
import { rolesAsked, sayAbilities } from './say-abilities.ts'

/** What somebody of these roles may do: asked of the rule that opens every page and route. */
export function RolesExample() {
  const [roles, setRoles] = useState<readonly PracticeRole[]>(rolesAsked)
  const id = useId()
  const { may, mayNot } = sayAbilities(abilitiesOf(roles))
  const toggle = (role: PracticeRole) =>
    setRoles(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role])
  return (
    <section className={styles.example} aria-labelledby={id}>
      <h3 id={id}>Try it: who may do what?</h3>
      <fieldset className={styles.roles}>
        <legend>Somebody is</legend>
        <div className={styles.checks}>
          {practiceRoles.map((role) => (
            <Checkbox key={role} label={sayRole(role)} checked={roles.includes(role)} onChange={() => toggle(role)} />
          ))}
        </div>
      </fieldset>
      <div className={styles.answer} aria-live="polite">
        {may.length === 0 ? (
          <p className={styles.lead}>They may do nothing here.</p>
        ) : (
          <>
            <p className={styles.lead}>They may:</p>
            <ul className={styles.list}>
              {may.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        )}
        {mayNot.length > 0 && may.length > 0 ? <p className={styles.what}>They may not {orOf(mayNot)}.</p> : null}
      </div>
      <Button variant="subtle" onClick={() => setRoles(rolesAsked)}>
        As it was
      </Button>
    </section>
  )
}

function orOf(words: readonly string[]): string {
  return words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
