/** The integer nearest to numerator/denominator, halves away from zero and never -0; exact while twice either is below 2^53. */
export function roundedRatio(numerator: number, denominator: number): number {
  const size = Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));
  return size === 0 ? 0 : Math.sign(numerator) * size;
}

/** The value at so many decimals, halves away from zero and never -0. */
export function rounded(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  const size = Math.round(Math.abs(value) * unit) / unit;
  return size === 0 ? 0 : Math.sign(value) * size;
}

/** Both ends of an interval at so many decimals. */
export function roundedPair([low, high]: readonly [number, number], decimals: number): readonly [number, number] {
  return [rounded(low, decimals), rounded(high, decimals)];
}
