import { useDisclosure } from '@mantine/hooks'
import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { SidePanel } from './dialog.tsx'
import { Icon } from './icon.tsx'
import shell from './shell.module.css'

/** On a phone the rail's parts stand behind one button; another page closes them. */
export function PhoneNavigation({ children }: { children: ReactNode }) {
  const [opened, { open, close }] = useDisclosure(false)
  const where = useRouterState({ select: (state) => state.location.href })
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes because the page changed
  useEffect(close, [where])
  return (
    <>
      <button type="button" className={shell.toggle} onClick={open} aria-label="Open navigation">
        <Icon name="menu" />
      </button>
      <SidePanel name="Where to" opened={opened} close={close}>
        <div className={shell.drawerParts}>{children}</div>
      </SidePanel>
    </>
  )
}
