import { Drawer, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './dialog.module.css'
import { Icon } from './icon.tsx'
import { usePartWords } from './part-words.ts'

type Props = { name: string; opened: boolean; close: () => void; children: ReactNode; wide?: boolean }

/** `above`: over another dialog that is open already. */
type DialogProps = Props & { above?: boolean }

const still = { duration: 0 }
const veil = { color: '#14140f', backgroundOpacity: 0.4 }

/** Asks or shows one thing over the page; Escape and the veil close it, and the focus goes back where it was. */
export function Dialog({ name, opened, close, children, wide = false, above = false }: DialogProps) {
  return (
    <Modal.Root
      opened={opened}
      onClose={close}
      centered
      zIndex={above ? 'calc(var(--mantine-z-index-modal) + 1)' : 'var(--mantine-z-index-modal)'}
      size={wide ? 760 : 'md'}
      transitionProps={still}
      classNames={{ content: styles.dialog }}
    >
      <Modal.Overlay {...veil} />
      <Modal.Content>
        <Modal.Body className={styles.body}>
          <Head title={<Modal.Title>{name}</Modal.Title>} close={close} />
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** The same, from the right edge; `wide` where there is something to read. */
export function SidePanel({ name, opened, close, children, wide = false }: Props) {
  return (
    <Drawer.Root
      opened={opened}
      onClose={close}
      position="right"
      size={wide ? 440 : 300}
      transitionProps={still}
      classNames={{ content: styles.side }}
    >
      <Drawer.Overlay {...veil} />
      <Drawer.Content>
        <Drawer.Body className={styles.body}>
          <Head title={<Drawer.Title>{name}</Drawer.Title>} close={close} />
          {children}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}

function Head({ title, close }: { title: ReactNode; close: () => void }) {
  const words = usePartWords()
  return (
    <div className={styles.head}>
      {title}
      <button type="button" onClick={close} aria-label={words.close}>
        <Icon name="x" />
      </button>
    </div>
  )
}
