/** A file of the repository that is made from the code and kept beside it, for people who read no code. */
export interface GeneratedFile {
  /** From the project's folder on. */
  path: string;
  content(): string | Promise<string>;
}

/** The first line of a generated page. */
export const GENERATED_NOTE = '<!-- Generated from the code by `npm run generate`: change it there. -->';

/** A Markdown table; cells may hold Markdown of their own. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A name as code, or a dash for none. */
export const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ') || '–';
