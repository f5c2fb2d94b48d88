/**
 * Tokens the text has at most, by a careful estimate: OpenAI's tokenizers work on UTF-8 bytes, and no merge makes more
 * tokens than bytes. Real English text has about half of what this says.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (let at = 0; at < text.length; at++) tokens += costOf(text.charCodeAt(at));
  return Math.ceil(tokens);
}

/** The longest beginning of the text within that many tokens by the same estimate; code points stay whole. */
export function truncateToTokens(text: string, limit: number): string {
  let tokens = 0;
  for (let at = 0; at < text.length; at++) {
    tokens += costOf(text.charCodeAt(at));
    if (tokens > limit) {
      const low = text.charCodeAt(at);
      return text.slice(0, low >= 0xdc00 && low <= 0xdfff ? at - 1 : at);
    }
  }
  return text;
}

/** Letters and blanks merge at least in pairs; Cyrillic and other two-byte letters seldom cost a whole token each. */
function costOf(unit: number): number {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || unit === 0x20 ? 0.5 : 1;
  if (unit < 0x800) return 1;
  return unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
}
