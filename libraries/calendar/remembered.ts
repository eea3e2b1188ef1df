const most = 20_000

/**
 * Answers of a pure function by the text of what it was asked, so that each is worked out once. When there are too many
 * the older half is forgotten; an error is never kept.
 */
export function remembered<Answer>() {
  let young = new Map<string, Answer>()
  let old = new Map<string, Answer>()
  const keep = (key: string, answer: Answer) => {
    if (young.size >= most / 2) {
      old = young
      young = new Map()
    }
    young.set(key, answer)
    return answer
  }
  return {
    answer(key: string, work: () => Answer): Answer {
      const known = young.get(key)
      if (known !== undefined) return known
      const before = old.get(key)
      return keep(key, before === undefined ? work() : before)
    },
    size: () => young.size + old.size,
  }
}
