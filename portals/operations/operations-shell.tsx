import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Me } from '../contract.ts'
import { ClockBar } from '../design/clock-bar.tsx'
import { Icon } from '../design/icon.tsx'
import { PhoneNavigation } from '../design/phone-navigation.tsx'
import shell from '../design/shell.module.css'
import { houseQuery } from '../queries.ts'
import { useSignOut } from '../use-sign-out.ts'

/** The frame of the operator's pages. */
export function OperationsShell({ me, children }: { me: Me; children: ReactNode }) {
  const house = useQuery(houseQuery)
  const signOut = useSignOut()
  const rail = (
    <>
      <nav className={shell.navigation} aria-label="Operations">
        <Link to="/operations">
          <Icon name="inbox" />
          Queues
        </Link>
      </nav>
      <div className={shell.end}>
        <Button variant="subtle" mb={12} onClick={() => signOut.act(null)} leftSection={<Icon name="out" small />}>
          Sign out
        </Button>
        {house.data?.mode === 'demonstration' ? <ClockBar /> : null}
      </div>
    </>
  )
  return (
    <>
      <a className={shell.skip} href="#main">
        Skip to content
      </a>
      <div className={shell.app}>
        <header className={shell.rail}>
          <div className={shell.inside}>
            <div className={[shell.switch, shell.fixed].join(' ')}>
              <span className={shell.crest} aria-hidden="true">
                <Icon name="keel" />
              </span>
              <span>
                <b>Evenkeel</b>
                <span>Operations, {me.user.name}</span>
              </span>
            </div>
            <div className={shell.railParts}>{rail}</div>
            <PhoneNavigation>{rail}</PhoneNavigation>
          </div>
        </header>
        <main className={shell.main} id="main" tabIndex={-1}>
          <div className={shell.wrap}>{children}</div>
        </main>
      </div>
    </>
  )
}
