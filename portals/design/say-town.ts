/** "QUEENS" -> "Queens": addresses are kept as claims write them, in capitals; pages read them as people do. */
export function sayTown(city: string): string {
  if (city !== city.toUpperCase()) return city
  return city.toLowerCase().replace(/(^|[\s'-])\p{L}/gu, (letter) => letter.toUpperCase())
}
