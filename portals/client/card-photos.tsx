import { Button, FileButton } from '@mantine/core'
import { useRef } from 'react'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { sendFile } from '../send-file.ts'
import { useDeed } from '../use-deed.ts'
import { accountWords } from './account-words.ts'
import type { Account } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { useWords } from './messages.ts'

/** Both sides of the insurance card, as pictures: seen by the client, by their practice, and by nobody else. */
export function CardPhotos({ photos }: { photos: Account['photos'] }) {
  const say = useWords(accountWords)
  return (
    <fieldset>
      <legend className={styles.legend}>{say('photos')}</legend>
      <div className={styles.photos}>
        <CardPhoto side="front" name={say('front')} photo={photos.find(({ side }) => side === 'front')} />
        <CardPhoto side="back" name={say('back')} photo={photos.find(({ side }) => side === 'back')} />
      </div>
      <p className={styles.hint}>{say('photosHint')}</p>
    </fieldset>
  )
}

const replaces = { front: 'photoReplaceFront', back: 'photoReplaceBack' } as const
const adds = { front: 'photoAddFront', back: 'photoAddBack' } as const

type Photo = Account['photos'][number]

function CardPhoto({ side, name, photo }: { side: Photo['side']; name: string; photo: Photo | undefined }) {
  const { personId } = useClientPlace()
  const say = useWords(accountWords)
  const chosen = useRef<File | null>(null)
  const upload = useDeed<{ side: string; name: string; at: number }, unknown>((_, key) =>
    sendFile(`/api/clients/${personId}/card-photos?side=${side}`, chosen.current, key),
  )
  const choose = (file: File | null) => {
    if (file === null) return
    chosen.current = file
    upload.act({ side, name: file.name, at: file.lastModified })
  }
  const shows = photo?.contentType === 'image/jpeg' || photo?.contentType === 'image/png'
  return (
    <div className={styles.photo}>
      {photo && shows ? (
        <img src={`/api/clients/${personId}/card-photos/${photo.id}`} alt={say('photoAlt', { side: name })} />
      ) : null}
      <p>{say(photo ? 'photoThere' : 'photoMissing', { side: name })}</p>
      {upload.trouble ? <TroubleNotice trouble={upload.trouble} /> : null}
      <FileButton onChange={choose} accept="image/jpeg,image/png,image/heic,application/pdf">
        {(props) => (
          <Button variant="default" loading={upload.busy} {...props}>
            {say(photo ? replaces[side] : adds[side])}
          </Button>
        )}
      </FileButton>
    </div>
  )
}
