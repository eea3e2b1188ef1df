import type { SftpSettings } from '../settings.ts'
import { openSftpPartner } from './sftp-partner.ts'

/** Claim files go into `in`, payers' answers lie in `out`, the names of what it took in `received`. */
export function openClearinghouse(settings: SftpSettings, witness: (point: string) => void) {
  return openSftpPartner({ ...settings, partner: 'clearinghouse', witness })
}
