import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Setting } from '../../business/operations/dated-setting.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { NewSettingForm } from './new-setting-form.tsx'
import styles from './operations.module.css'
import { settingsQuery } from './operations-queries.ts'
import { PageTrouble } from './page-trouble.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

/** Every dated setting: what holds today, what did and what will; a further value is added, none is changed. */
export function SettingsPage() {
  const found = useQuery(settingsQuery)
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <PageShapes />
  const groups = [...Map.groupBy(found.data, ({ group }) => group)]
  return (
    <>
      <PageHead name="Settings" title="Settings">
        Each value holds from a day on and says who decided it. A new one begins tomorrow or later; none that has held
        is changed.
      </PageHead>
      <div className={page.stack}>
        {groups.map(([group, settings]) => (
          <Section key={group} name={group}>
            <div className={page.panel}>
              {settings.map((setting) => (
                <One key={setting.id} setting={setting} />
              ))}
            </div>
          </Section>
        ))}
      </div>
    </>
  )
}

function One({ setting }: { setting: Setting }) {
  const { today } = useOperatorClock()
  const [opened, { open, close }] = useDisclosure(false)
  const current = setting.periods.find(({ from, until }) => from <= today && (until === null || until > today))
  return (
    <div className={[styles.period, styles.setting].join(' ')}>
      <div>
        <h3>
          {setting.name} {current?.words ?? 'nothing is set today'}
        </h3>
        <ul>
          {setting.periods.toReversed().map((period) => (
            <li key={period.from} className={page.hint}>
              <span>
                {period === current ? null : <b>{period.words} </b>}
                {period.until === null
                  ? `since ${sayDay(period.from)}`
                  : `from ${sayDay(period.from)} until ${sayDay(period.until)}`}
                {period.from > today ? ', to come' : ''}. {period.source}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <Button variant="default" onClick={open} aria-label={`New value: ${setting.name}`}>
        New value
      </Button>
      <Dialog name={setting.name} opened={opened} close={close}>
        <NewSettingForm setting={setting} close={close} />
      </Dialog>
    </div>
  )
}
