/**
 * A model that reads sentences on this machine. A better one is another file beside this, and its line in
 * `embedders.ts`.
 */
export interface SentenceModel {
  /** Numbers in one of its vectors. */
  readonly dim: number;
  /** How far it knows a text's language, from 0 (not at all) to 1. */
  knows(text: string): number;
  /** A vector of length 1 for each text. Throws where the model can't be had or has ended. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}
