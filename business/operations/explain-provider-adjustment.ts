/** What a provider adjustment of an 835 means (PLB03-1, 005010X221A1 2110), in our words; null where we do not know it. */
export function explainProviderAdjustment(reason: string): string | null {
  return meanings[reason] ?? null
}

const meanings: Readonly<Record<string, string>> = {
  '50': 'late charge',
  '51': 'interest that we owe',
  '72': 'a refund of ours that they took in',
  '90': 'early payment',
  AM: 'applied to a loan',
  AP: 'paid in advance',
  B2: 'rebate',
  B3: 'recovery',
  BD: 'bad debt',
  CS: 'an adjustment of theirs',
  CV: 'capital passed through',
  FB: 'a balance carried forward',
  IR: 'tax withheld by the IRS',
  IS: 'an interim settlement',
  J1: 'not reimbursable',
  L3: 'penalty',
  L6: 'interest that they pay',
  LE: 'levy',
  LS: 'a lump sum',
  WO: 'taken back for an overpayment',
  WU: 'recovered before',
}
