const SWEEPS = 500;
const STILL = 1e-12;

/**
 * The step that is best by a quadratic form, with each part at least so much: coordinate by coordinate until it stays.
 * @param hessian symmetric and positive, row by row
 */
export function solveAtLeast(hessian: Float64Array, gradient: Float64Array, least: Float64Array): Float64Array {
  const size = gradient.length;
  const step = new Float64Array(size);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = 0;
    for (let j = 0; j < size; j++) {
      const bend = hessian[j * size + j] ?? 0;
      if (bend <= 0) continue;
      let pull = gradient[j] ?? 0;
      for (let l = 0; l < size; l++) if (l !== j) pull -= (hessian[j * size + l] ?? 0) * (step[l] ?? 0);
      const next = Math.max(least[j] ?? -Infinity, pull / bend);
      moved = Math.max(moved, Math.abs(next - (step[j] ?? 0)));
      step[j] = next;
    }
    if (moved < STILL) break;
  }
  return step;
}

/** The inverse of a symmetric positive matrix, by Gauss and Jordan. */
export function inverse(matrix: Float64Array, size: number): number[][] {
  const rows = Array.from({ length: size }, (_r, i) => [
    ...matrix.subarray(i * size, (i + 1) * size),
    ...Array.from({ length: size }, (_c, j) => (i === j ? 1 : 0)),
  ]);
  rows.forEach((pivotRow, i) => {
    const pivot = pivotRow[i] ?? 1;
    for (let c = 0; c < 2 * size; c++) pivotRow[c] = (pivotRow[c] ?? 0) / pivot;
    rows.forEach((row, r) => {
      const factor = row[i] ?? 0;
      if (r === i || factor === 0) return;
      for (let c = 0; c < 2 * size; c++) row[c] = (row[c] ?? 0) - factor * (pivotRow[c] ?? 0);
    });
  });
  return rows.map((row) => row.slice(size));
}
