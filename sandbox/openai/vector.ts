import { hashText } from '../random.js';

/** Places a word takes in the vector: enough that two words hardly ever share all of theirs. */
const PLACES = 6;

/** Letters of a word that stand for its stem: Russian and English endings come after them. */
const STEM = 5;

/**
 * A stand-in for meaning: words and stems hashed to places of the vector. Texts that share words are near each other,
 * texts that share none are about orthogonal, and the same text always gives the same vector.
 * @returns a vector of length 1
 */
export function textVector(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text];
  for (const word of words) {
    // Short words are mostly grammar; they say little about what a text is about.
    const weight = word.length <= 3 ? 0.3 : 1;
    addFeature(vector, `w:${word}`, weight);
    if (word.length > STEM) addFeature(vector, `s:${word.slice(0, STEM)}`, weight);
  }
  return toUnitLength(vector);
}

function addFeature(vector: Float32Array, feature: string, weight: number): void {
  for (let i = 0; i < PLACES; i++) {
    const hash = hashText(`${i}${feature}`);
    const at = hash % vector.length;
    vector[at] = (vector[at] ?? 0) + (hash & 0x8000_0000 ? weight : -weight);
  }
}

function toUnitLength(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  // All features cancelling out is possible in theory; a zero vector would break cosine distance.
  if (sum === 0) vector[0] = sum = 1;
  const length = Math.sqrt(sum);
  return vector.map((value) => value / length);
}

/** @returns the vector as base64 of little-endian float32, what the official client asks for unless told otherwise */
export function toBase64(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes.toString('base64');
}
