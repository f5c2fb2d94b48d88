/** Lines from which on a mail repeats the one that it answers, in English and in Russian. */
const BEGINS = [
  /^-{3,}\s*(original|forwarded) message\s*-{3,}$/i,
  /^-{3,}\s*(исходное|пересланное|пересылаемое) сообщение\s*-{3,}$/i,
  /^on\b.{5,200}\bwrote:$/i,
  /^.{5,200}(пишет|писал|писала|написал|написала|написал\(а\)):$/i,
  /^_{10,}$/,
];
const QUOTED = /^\s*>/;

/**
 * A message without what it quotes of others: that was said where it was said, and would be found twice. A message of
 * quotes alone stays as it is, since something is meant by it.
 */
export function withoutQuotes(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  if (lines.length === 1) return text;
  const own: string[] = [];
  for (const [at, line] of lines.entries()) {
    const trimmed = line.trim();
    if (BEGINS.some((begin) => begin.test(trimmed))) {
      // An answer may stand below lines that are marked as quoted.
      if (lines.slice(at + 1).some((later) => QUOTED.test(later))) continue;
      if (saysSomething(own)) break;
    }
    if (!QUOTED.test(line)) own.push(line);
  }
  return saysSomething(own) ? own.join('\n') : text;
}

const saysSomething = (lines: readonly string[]) => lines.some((line) => /[\p{L}\p{N}]/u.test(line));
