import type { SftpSettings } from '../settings.ts'
import { openSftpPartner } from './sftp-partner.ts'

/** Payment files go into `in`, statements and returns lie in `out`, the names of what it took in `received`. */
export function openBank(settings: SftpSettings, witness: (point: string) => void) {
  return openSftpPartner({ ...settings, partner: 'bank', witness })
}
