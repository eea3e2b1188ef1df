import { geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import atlas from 'us-atlas/states-albers-10m.json' with { type: 'json' }
import stateList from '../../business/coverage/data/states.json' with { type: 'json' }
import type { BriefDecision } from './insurance-queries.ts'
import styles from './us-map.module.css'

type Atlas = Parameters<typeof feature>[0]
type States = Extract<Atlas['objects'][string], { type: 'GeometryCollection' }>
const topology = atlas as unknown as Atlas & { objects: { states: States } }
// The atlas is drawn for a page of 975 by 610 already.
const draw = geoPath()
const codes = new Map(stateList.states.map(({ fips, code }) => [fips, code]))
const shapes = feature(topology, topology.objects.states).features.flatMap((state) => {
  const code = codes.get(String(state.id).padStart(2, '0'))
  const path = draw(state)
  return code === undefined || path === null ? [] : [{ code, path }]
})

type Props = {
  outcomes: ReadonlyMap<string, BriefDecision['outcome']>
  chosen: string | null
  choose: (state: string) => void
}

/** The states by their answer. What it shows and does, the list beside it says and does in words: it is for those who point. */
export function UsMap({ outcomes, chosen, choose }: Props) {
  return (
    <svg viewBox="0 0 975 610" className={styles.map} aria-hidden="true">
      <defs>
        <pattern id="held-stripes" width="8" height="8" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className={styles.ground} />
          <rect width="4" height="8" className={styles.stripe} />
        </pattern>
      </defs>
      {shapes.map(({ code, path }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map does the same by keyboard
        <path
          key={code}
          d={path}
          className={[styles.state, code === chosen ? styles.chosen : ''].join(' ')}
          data-outcome={outcomes.get(code) ?? 'not_billable'}
          onClick={() => choose(code)}
        />
      ))}
    </svg>
  )
}
