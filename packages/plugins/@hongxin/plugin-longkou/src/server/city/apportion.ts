/**
 * Shares a whole number out in proportion to weights (largest remainder), at least one to each.
 * @throws RangeError when there are more takers than pieces
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  if (total < weights.length) throw new RangeError(`${total} cannot be shared among ${weights.length}`);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (weight / sum) * total);
  const shares = exact.map((share) => Math.max(1, Math.floor(share)));
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - shares[index] }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let rest = total - shares.reduce((all, share) => all + share, 0);
  for (let turn = 0; rest !== 0; turn += 1) {
    const { index } =
      byRemainder[rest > 0 ? turn % byRemainder.length : byRemainder.length - 1 - (turn % byRemainder.length)];
    if (rest > 0) {
      shares[index] += 1;
      rest -= 1;
    } else if (shares[index] > 1) {
      shares[index] -= 1;
      rest += 1;
    }
  }
  return shares;
}
