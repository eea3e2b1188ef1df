import { expect, test } from 'vitest'
import { englishLeft } from './english-left.ts'

const words = {
  en: { owes: 'You owe {amount} on {day}.', title: 'Appointments', total: 'Total', by: 'By {day}', a: '{a}, {b}' },
  es: { owes: 'Debe {amount} el {day}.', title: 'Citas', total: 'Total', by: 'El {day}', a: '{a}, {b}' },
}

test('a sentence that stayed English is found, filled or not; names, amounts and Spanish are not', () => {
  const texts = [
    'Citas',
    ' Appointments ',
    'Debe $25.00 el mié, 8 de abr.',
    'Maya Lindqvist, Juniper',
    'Total',
    '$25.00',
  ]
  expect(englishLeft(texts, [words])).toEqual(['Appointments'])
  expect(englishLeft(['You owe $25.00 on Wed, Apr 8.'], [words])).toEqual(['You owe $25.00 on Wed, Apr 8.'])
  expect(englishLeft(['By hand'], [words])).toEqual([])
})
