/** How alike two windows' circumstances are, 0..1: which of them are equal, by their weights. */
export const contextLikeness = (sameBudget: boolean, sameType: boolean, sameStage: boolean): number =>
  (sameBudget ? 0.4 : 0) + (sameType ? 0.3 : 0) + (sameStage ? 0.3 : 0);

/**
 * The similarity of two signatures, 0..1. It never falls where `distance` falls, or where `shared` grows and
 * `either` does not, also in the last bit: from bounds of these comes a bound of it.
 * @param distance euclidean, between their vectors
 * @param shared pairs that both have
 * @param either pairs that either has; two empty sets have nothing in common
 * @param likeness of their contexts
 */
export const similarityOf = (distance: number, shared: number, either: number, likeness: number): number =>
  0.6 / (1 + distance) + 0.3 * (either === 0 ? 0 : shared / either) + 0.1 * likeness;
