import type { Location } from './ast.js';
import { syntaxError } from './errors.js';

export interface Token {
  kind: 'name' | 'int' | 'float' | 'string' | 'sign' | 'end';
  text: string;
  at: Location;
}

const IGNORED = /(?:[\s,\uFEFF]|#[^\n\r]*)*/y;
const TOKEN =
  /(?<name>[_A-Za-z]\w*)|(?<float>-?(?:0|[1-9]\d*)(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+))|(?<int>-?(?:0|[1-9]\d*))|(?<block>"""(?:\\"""|[^])*?""")|(?<string>"(?:\\.|[^"\\\n])*")|(?<sign>\.\.\.|[!$&()\]:=@[{|}])/y;

/** @throws RequestError on a character that begins no token */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  const place = locator(source);
  for (let index = 0; ;) {
    IGNORED.lastIndex = index;
    index += IGNORED.exec(source)?.[0].length ?? 0;
    const at = place(index);
    if (index >= source.length) {
      tokens.push({ kind: 'end', text: '<EOF>', at });
      return tokens;
    }
    TOKEN.lastIndex = index;
    const match = TOKEN.exec(source);
    const groups = match?.groups;
    if (!match || !groups) throw syntaxError(`Unexpected character: "${source[index] ?? ''}".`, at);
    tokens.push({ ...tokenOf(groups, match[0], at), at });
    index += match[0].length;
  }
}

function tokenOf(groups: Record<string, string | undefined>, text: string, at: Location): Omit<Token, 'at'> {
  if (groups['block'] !== undefined)
    return { kind: 'string', text: dedent(text.slice(3, -3).replace(/\\"""/g, '"""')) };
  if (groups['string'] !== undefined) {
    try {
      // GraphQL's escapes are JSON's; a tab inside is allowed here and not there.
      return { kind: 'string', text: JSON.parse(text.replace(/\t/g, '\\t')) as string };
    } catch {
      throw syntaxError('Invalid character escape sequence.', at);
    }
  }
  const kind = (['name', 'float', 'int'] as const).find((each) => groups[each] !== undefined) ?? 'sign';
  return { kind, text };
}

function dedent(text: string): string {
  const lines = text.split(/\r\n|[\n\r]/);
  const indents = lines.slice(1).flatMap((line) => (line.trim() === '' ? [] : [line.length - line.trimStart().length]));
  const indent = Math.min(...indents, Infinity);
  const cut = lines.map((line, i) => (i === 0 || indent === Infinity ? line : line.slice(indent)));
  while (cut[0]?.trim() === '') cut.shift();
  while (cut.at(-1)?.trim() === '') cut.pop();
  return cut.join('\n');
}

/** Positions are asked for in rising order, so lines are counted once. */
function locator(source: string): (index: number) => Location {
  let [line, start, seen] = [1, 0, 0];
  return (index) => {
    for (; seen < index; seen++) {
      if (source[seen] !== '\n') continue;
      line += 1;
      start = seen + 1;
    }
    return { line, column: index - start + 1 };
  };
}
