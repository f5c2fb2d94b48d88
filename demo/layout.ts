/** Columns that a terminal of any common width shows. */
export const WIDTH = 108;

/** The text in lines of at most `width` characters, cut at spaces where it has them. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
    // A word longer than a line, such as an address, goes on in the next one.
    for (; line.length > width; line = line.slice(width)) lines.push(line.slice(0, width));
  }
  return line === '' ? lines : [...lines, line];
}

/** The text as indented lines; what is more than `most` lines is cut, with a sign that it is. */
export function paragraph(text: string, indent: number, most = Infinity): string[] {
  const lines = wrap(text, WIDTH - indent);
  const shown =
    lines.length <= most ? lines : [...lines.slice(0, most - 1), ellipsis(lines[most - 1] ?? '', WIDTH - indent)];
  return shown.map((line) => ' '.repeat(indent) + line);
}

const ellipsis = (line: string, width: number) => `${line.slice(0, width - 2).replace(/[\s.,:;]+$/, '')} …`;

/** One text at the left edge and one at the right, on one line where both fit. */
export function opposite(left: string, right: string, width = WIDTH): string[] {
  const room = width - left.length - right.length;
  return room >= 2 ? [left + ' '.repeat(room) + right] : [left, right.padStart(width)];
}

/** `24 Nov`. */
export const dayOfMonth = (at: string) =>
  new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A chance; a dash where none is told. */
export const chance = (p: number | null): string => (p === null ? '–' : `${Math.round(p * 100)} %`);
