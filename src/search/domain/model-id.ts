/** What made a vector. Vectors of two identities can't be compared, so each identity is a generation of its own. */
export interface ModelId {
  name: string;
  dim: number;
}

/**
 * Names of the embedders on this machine; a change of what one makes needs a new one, so that texts are embedded again.
 */
export const HASHING_MODEL = 'local-feature-hashing-v2';
export const JOINED_MODEL = 'local-joined-v1';

/** `text-embedding-3-small@1536`. */
export const modelId = ({ name, dim }: ModelId): string => `${name}@${dim}`;

/** The parts of a model's identity; null for a text that `modelId` did not make. */
export function parseModelId(text: string): ModelId | null {
  const at = text.lastIndexOf('@');
  const dim = Number(text.slice(at + 1));
  return at > 0 && Number.isInteger(dim) && dim > 0 ? { name: text.slice(0, at), dim } : null;
}

/** Whether a model's vectors are made on this machine, with any key. */
export const isMadeHere = (model: string): boolean =>
  [HASHING_MODEL, JOINED_MODEL].includes(parseModelId(model)?.name ?? '');
