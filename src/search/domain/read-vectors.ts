/** What an answer gave: for each text a vector of length 1 or null, or why nothing of it may be used. */
export type ReadAnswer = { vectors: (number[] | null)[] } | { unusable: string } | { dimension: number };

/**
 * The vectors of an OpenAI-compatible answer, in the order of the texts. `index` says whose each one is where the
 * indexes are a permutation; servers that leave it out, or send the same for all, keep the order instead. With fewer or
 * more vectors than texts, it is not known which is whose, and none is taken. Values that are not numbers, all zeros
 * other shapes, and another length than the others' make that one text lack its vector.
 */
export function readVectors(answer: unknown, count: number, dim: number): ReadAnswer {
  const data = listOf(answer);
  if (!data) return { unusable: `cannot be used: ${saidIn(answer)}` };
  if (data.length !== count) return { unusable: `lacks vectors: ${data.length} for ${count} texts` };
  const places = placesOf(data);
  const vectors = new Array<number[] | null>(count).fill(null);
  data.forEach((row, at) => (vectors[places[at] ?? at] = unitVector(row['embedding'])));
  const fitting = vectors.map((vector) => (vector?.length === dim ? vector : null));
  if (fitting.some((vector) => vector !== null)) return { vectors: fitting };
  const other = vectors.find((vector) => vector !== null);
  return other ? { dimension: other.length } : { unusable: 'lacks vectors' };
}

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** Rows without a vector stay in the list: they hold the place of a text. */
function listOf(answer: unknown): Row[] | null {
  const data = isRow(answer) ? answer['data'] : null;
  return Array.isArray(data) ? data.map((row: unknown) => (isRow(row) ? row : {})) : null;
}

/** The text of each row, by `index` or by order. */
function placesOf(data: readonly Row[]): number[] {
  const indexes = data.map((row) => row['index']);
  const known = new Set(indexes.filter((index) => Number.isInteger(index)) as number[]);
  const permutation = known.size === data.length && [...known].every((index) => index >= 0 && index < data.length);
  return permutation ? (indexes as number[]) : data.map((_, at) => at);
}

/**
 * Scaled to length 1: a half-precision number holds neither very large nor very small ones, and cosine knows no length.
 */
function unitVector(value: unknown): number[] | null {
  const numbers = typeof value === 'string' ? fromBase64(value) : value;
  if (!Array.isArray(numbers) || !numbers.every((one) => typeof one === 'number' && Number.isFinite(one))) return null;
  const length = Math.sqrt((numbers as number[]).reduce((sum, one) => sum + one * one, 0));
  return length > 0 && Number.isFinite(length) ? (numbers as number[]).map((one) => one / length) : null;
}

/** Little-endian float32, which some servers send for any format that is asked for. */
function fromBase64(text: string): number[] | null {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 0 || bytes.length % 4 !== 0 || bytes.toString('base64') !== text) return null;
  return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4));
}

/** What an answer without vectors says, in a line. */
function saidIn(answer: unknown): string {
  if (typeof answer === 'string')
    return /^\s*</.test(answer)
      ? 'it is a page. Is OPENAI_BASE_URL right? It ends in /v1 at most providers'
      : `it is "${answer.slice(0, 100)}". Is OPENAI_BASE_URL right?`;
  const error = isRow(answer) ? answer['error'] : null;
  const message = isRow(error) ? error['message'] : error;
  if (typeof message === 'string') return message.slice(0, 300);
  return 'it holds no list of vectors. Is OPENAI_BASE_URL right? It ends in /v1 at most providers';
}
