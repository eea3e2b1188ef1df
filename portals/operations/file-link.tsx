import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { EvidenceFile } from '../../business/operations/claim-page.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import styles from './operations.module.css'

/** A file that proves something: byte for byte, with its hash. It holds many clients, so it is opened with a reason. */
export function FileLink({ file }: { file: EvidenceFile }) {
  const [opened, { open, close }] = useDisclosure(false)
  const [reason, setReason] = useState('')
  const said = reason.trim()
  return (
    <>
      <button type="button" className={styles.file} onClick={open}>
        {file.name}
      </button>
      <Dialog name="Open a file" opened={opened} close={close}>
        <div className={page.form}>
          <p>{file.name} holds records of clients. Your name and the reason are kept in the audit.</p>
          <TextInput
            label="Why do you open it?"
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className={page.buttons}>
            <Button
              component="a"
              href={`/api/operations/files/${file.id}?reason=${encodeURIComponent(said)}`}
              download={file.name}
              {...(said.length < 3 ? { 'data-disabled': true } : {})}
              onClick={(event) => {
                if (said.length < 3) event.preventDefault()
                else close()
              }}
            >
              Download
            </Button>
          </div>
        </div>
      </Dialog>
      <span className={[styles.under, styles.hash].join(' ')}>SHA-256 {file.sha256.slice(0, 16)}…</span>
    </>
  )
}
