/** A person's or an organization's name; an organization has only `last`. */
export type Name = {
  kind: 'person' | 'organization'
  /** The family name, or the organization's name. */
  last: string
  first?: string | undefined
  middle?: string | undefined
  prefix?: string | undefined
  suffix?: string | undefined
}

/** A postal address; `zip` is five or nine digits without a hyphen. */
export type Address = {
  street: string
  street2?: string | undefined
  city: string
  state: string
  zip: string
  country?: string | undefined
}

/** Whom to call, as PER says it. */
export type Contact = {
  name?: string | undefined
  telephone?: string | undefined
  extension?: string | undefined
  email?: string | undefined
  fax?: string | undefined
  url?: string | undefined
}

/** A second number of somebody or something, with the qualifier of its REF segment. */
export type Reference = { qualifier: string; value: string }

/** An amount that is told but not counted (AMT). */
export type Amount = { qualifier: string; cents: number }

/** A date with the qualifier of its DTP or DTM segment; `until` for a range. 'YYYY-MM-DD'. */
export type QualifiedDate = { qualifier: string; on: string; until?: string | undefined }

/**
 * A segment that has no typed place: kept and handed over, and written again. Components are parted by ':',
 * repetitions by '^', whatever marks the file used. `elements[0]` is the segment's name.
 */
export type OtherSegment = { loop: string; elements: string[] }

/** Where something was read. Its own raw segments are `transaction.segments.slice(segmentInSet - 1, segmentInSet - 1 + segmentCount)`. */
export type ReadFrom = {
  byteOffset: number
  line: number
  segmentNumber: number
  segmentInSet: number
  segmentCount: number
}

/** One reason why an amount was not paid as charged. Positive cents reduce the payment. */
export type Adjustment = { group: string; reason: string; cents: number; quantity?: number | undefined }
