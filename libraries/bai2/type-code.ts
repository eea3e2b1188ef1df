/** Whether a detail line of this type brings money or takes it; null for balances, totals and codes outside the list (BAI "Cash Management Balance Reporting Specifications, Version 2", Appendix A). */
export function directionOf(typeCode: string): 'credit' | 'debit' | null {
  if (!/^\d{3}$/.test(typeCode)) return null
  const code = Number(typeCode)
  if (code > 100 && code < 400) return 'credit'
  if (code > 400 && code < 700) return 'debit'
  return null
}
