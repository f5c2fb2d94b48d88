const MOST = 200;

/** What an answer says to people, which is not what was asked for: the text of a page, or an error's words in JSON. */
export function vendorWords(answer: unknown): string {
  const text = typeof answer === 'string' ? pageText(answer) : errorWords(answer);
  return text.replace(/\s+/g, ' ').trim().slice(0, MOST);
}

/** The same as the end of a message; nothing where the answer says nothing. */
export function saying(answer: unknown): string {
  const words = vendorWords(answer);
  return words === '' ? '' : `. It says: ${words}`;
}

/** The words of a page for people, without its markup; any other text as it is. */
function pageText(text: string): string {
  if (!/^\s*<(!doctype|html|\?xml)/i.test(text)) return text;
  return text
    .slice(0, 100_000)
    .replace(/<(script|style)\b[^>]*>[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^>]*>/g, ' ');
}

/** Where vendors put their words; the first that is there counts. */
const PLACES = ['message', 'error_description', 'error', 'errors', 'detail', 'title'];

function errorWords(body: unknown, depth = 0): string {
  if (typeof body === 'string') return body;
  if (Array.isArray(body))
    return body
      .map((each) => errorWords(each, depth))
      .filter((each) => each !== '')
      .join('; ');
  if (typeof body !== 'object' || body === null || depth > 2) return '';
  for (const place of PLACES) {
    const words = errorWords((body as Record<string, unknown>)[place], depth + 1);
    if (words !== '') return words;
  }
  return '';
}
