import type { EvidenceFile } from '../../business/operations/claim-page.ts'
import styles from './operations.module.css'

/** A file that proves something: byte for byte, with its hash. */
export function FileLink({ file }: { file: EvidenceFile }) {
  return (
    <>
      <a href={`/api/operations/files/${file.id}`} download={file.name}>
        {file.name}
      </a>
      <span className={[styles.under, styles.hash].join(' ')}>SHA-256 {file.sha256.slice(0, 16)}…</span>
    </>
  )
}
