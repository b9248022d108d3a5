/** Away with the last bits that binary fractions leave: 2.9999999999999996 is 3 for a cut-off and for a sten. */
export const withoutNoise = (value: number): number => Number(value.toPrecision(12));

/** Rounds half away from zero to so many decimals; only what is shown is ever rounded. */
export function roundedHalfAway(value: number, decimals: number): number {
  const clean = Math.abs(withoutNoise(value));
  if (clean < 1e-6 || clean >= 1e15) return clean < 1e-6 ? 0 : value;
  // Shifted in decimal notation, where 1.005 is 1.005: multiplied by 100 it would be 100.49999999999999.
  const shifted = Math.round(Number(`${clean}e${decimals}`));
  const rounded = Number(`${shifted}e-${decimals}`);
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The share of a normal distribution below z (Abramowitz and Stegun 26.2.17; error below 7.5e-8). */
export function normalShareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z < 0 ? tail : 1 - tail;
}
