/** Weights as `npm run train` writes them. */
export interface Trained {
  readonly bias: number;
  /** One step of the packed weights. */
  readonly step: number;
  /** From this sum on it is heard. */
  readonly threshold: number;
  /** Where the weights are, and how many steps each has: see packing. */
  readonly packed: string;
}
