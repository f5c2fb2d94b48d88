export interface ChunkLimits {
  /** UTF-16 units in a chunk at most, so never more characters than that. */
  size: number;
  /** Texts with fewer characters (code points) give no chunk. */
  least: number;
}

/** Part of a chunk that is said again at the start of the next one, so that a thought cut in two is found whole. */
const OVERLAP = 0.1;

/**
 * The chunks of a normalised text, in order; none for a text that is too short. Linear in its length.
 * A chunk ends at the last sentence end of its second half, else at the last blank there, else where it is full.
 */
export function chunkText(text: string, { size, least }: ChunkLimits): string[] {
  if (isShorter(text, least)) return [];
  const chunks: string[] = [];
  let start = 0;
  while (text.length - start > size) {
    const cut = cutOf(text, start, size);
    chunks.push(text.slice(start, cut).trim());
    start = restartOf(text, cut, Math.floor(size * OVERLAP));
  }
  if (start < text.length) chunks.push(text.slice(start).trim());
  return chunks.filter((chunk) => chunk !== '');
}

function isShorter(text: string, least: number): boolean {
  if (text.length < least) return true;
  // A code point has at most two units: from twice the length on there is nothing to count.
  return text.length < 2 * least && [...text].length < least;
}

/** Where the chunk that begins at `start` ends. Never in its first half, so that the next one begins further on. */
function cutOf(text: string, start: number, size: number): number {
  const full = start + size;
  const half = start + Math.ceil(size / 2);
  let blank = 0;
  for (let at = full; at >= half; at--) {
    if (isUnspacedEnd(text[at - 1]) && !isClosing(text[at])) return at;
    if (!isBlank(text[at])) continue;
    if (text[at] === '\n' || endsSentence(text, at)) return at;
    if (blank === 0) blank = at;
  }
  return blank || whole(text, full);
}

/** Whether a sentence ends right before `at`, in quotes or brackets too. */
function endsSentence(text: string, at: number): boolean {
  const last = isClosing(text[at - 1]) ? at - 2 : at - 1;
  return isSentenceEnd(text[last]);
}

/** Where the next chunk begins: at the first word that lies wholly within the overlap, else right at the cut. */
function restartOf(text: string, cut: number, overlap: number): number {
  for (let at = cut - overlap; at < cut; at++) {
    if (isBlank(text[at - 1]) && !isBlank(text[at])) return at;
  }
  return isBlank(text[cut]) ? cut + 1 : cut;
}

/** `at`, or one less where it would part a surrogate pair. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

const isBlank = (unit: string | undefined) => unit === ' ' || unit === '\n';
/** Of Latin, Cyrillic, Armenian, Arabic, Indic, Burmese and Ethiopic script; those of unspaced scripts are below. */
const SENTENCE_ENDS = '.!?…։՞؟۔।॥။።‽';
/** Of Chinese and Japanese, after which no blank comes. */
const UNSPACED_ENDS = '。！？｡';
const isUnspacedEnd = (unit: string | undefined) => unit !== undefined && UNSPACED_ENDS.includes(unit);
const isSentenceEnd = (unit: string | undefined) =>
  unit !== undefined && (SENTENCE_ENDS.includes(unit) || isUnspacedEnd(unit));
const isClosing = (unit: string | undefined) => unit !== undefined && '"\'”’»)]』」）'.includes(unit);
