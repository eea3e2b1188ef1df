import { ButtonLink } from '../design/button-link.tsx'
import styles from './public.module.css'
import { PublicForm } from './public-form.tsx'

/** The clients' way in: an account of one's own, or the one that is there. */
export function PatientPage() {
  return (
    <PublicForm name="Patient portal" intro="Your appointments, what each one costs you and why, and your account.">
      <div className={styles.ways}>
        <section className={styles.way} aria-labelledby="new">
          <h2 id="new">New here</h2>
          <p>
            Use the e-mail address that your therapist has. If your practice added you already, you find it there after
            signing up.
          </p>
          <ButtonLink to="/sign-up">Sign up</ButtonLink>
        </section>
        <section className={styles.way} aria-labelledby="known">
          <h2 id="known">You have an account</h2>
          <p>Sign in with your e-mail address and password.</p>
          <ButtonLink to="/sign-in" variant="default">
            Sign in
          </ButtonLink>
        </section>
      </div>
    </PublicForm>
  )
}
