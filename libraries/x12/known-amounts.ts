/** Amounts that are known before they are asked for, by the place of their first digit, in rising order. */
export class KnownAmounts {
  #places = new Int32Array(1024)
  #cents = new Float64Array(1024)
  #count = 0
  /** Where the last one asked for was found: the next is near. */
  #near = 0

  clear(): void {
    this.#count = 0
    this.#near = 0
  }

  add(place: number, cents: number): void {
    if (this.#count === this.#places.length) this.#grow()
    this.#places[this.#count] = place
    this.#cents[this.#count++] = cents
  }

  /** The amount at this place; NaN when none is known there. */
  at(place: number): number {
    const places = this.#places
    const count = this.#count
    let near = this.#near
    while (near < count && (places[near] as number) < place) near++
    while (near > 0 && (places[near - 1] as number) >= place) near--
    this.#near = near
    return near < count && places[near] === place ? (this.#cents[near] as number) : Number.NaN
  }

  #grow(): void {
    const places = new Int32Array(this.#count * 2)
    places.set(this.#places)
    this.#places = places
    const cents = new Float64Array(this.#count * 2)
    cents.set(this.#cents)
    this.#cents = cents
  }
}
