// A Gaussian copula: normal scores of given rank correlations.

/**
 * For each of `count` scores the shares of independent scores that make it up: the lower Cholesky factor of their
 * correlations, by rows.
 * @param {{a: number, b: number, rank: number}[]} pairs which scores go together, by place; all others are independent
 */
export function mixtureOf(count, pairs) {
  const correlation = new Float64Array(count * count);
  for (let place = 0; place < count; place += 1) correlation[place * count + place] = 1;
  for (const { a, b, rank } of pairs) {
    // Pearson's correlation of normal scores from the correlation of their ranks.
    const pearson = 2 * Math.sin((Math.PI * rank) / 6);
    correlation[a * count + b] = pearson;
    correlation[b * count + a] = pearson;
  }
  const mixture = new Float64Array(count * count);
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = correlation[row * count + column];
      for (let k = 0; k < column; k += 1) rest -= mixture[row * count + k] * mixture[column * count + k];
      if (column < row) mixture[row * count + column] = rest / mixture[column * count + column];
      else if (rest > 0) mixture[row * count + row] = Math.sqrt(rest);
      else throw new Error('the rank correlations contradict each other');
    }
  }
  return mixture;
}
