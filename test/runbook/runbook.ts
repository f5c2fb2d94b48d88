import { readFile } from 'node:fs/promises';

export const LANGUAGES = ['en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Commands of one fenced block, and what they answer where the text says so. */
export interface CommandBlock {
  /** Of its first line in the page, from 1 on. */
  line: number;
  commands: string;
  /** Lines; `…` stands for anything within a line, or for any number of lines. */
  answer: string | null;
}

/** A part of the runbook: what stands before its sections (`id` is null), or one of them. */
export interface RunbookSection {
  id: string | null;
  title: string;
  text: string;
  blocks: CommandBlock[];
}

export const runbookPath = (language: Language): string => `docs/runbook.${language}.md`;

/** The runbook as it is written, in its parts. */
export const readRunbook = (language: Language): Promise<RunbookSection[]> => readParts(runbookPath(language));

/** A page with commands, in the parts that its anchors begin. */
export async function readParts(path: string): Promise<RunbookSection[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  const sections: RunbookSection[] = [{ id: null, title: '', text: '', blocks: [] }];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, anchor] = /^<a id="(\w+)"><\/a>$/.exec(line) ?? [];
    if (anchor !== undefined) sections.push({ id: anchor, title: '', text: '', blocks: [] });
    const section = sections.at(-1)!;
    section.text += `${line}\n`;
    const [, title] = /^## (.+)$/.exec(line) ?? [];
    if (title !== undefined && section.title === '') section.title = title;
    const [, kind] = /^```(\w*)$/.exec(line) ?? [];
    if (kind === undefined) continue;
    const end = lines.indexOf('```', at + 1);
    if (end < 0) throw new Error(`${path}:${at + 1}: the block has no end`);
    const content = lines.slice(at + 1, end).join('\n');
    const [line1, last] = [at + 2, section.blocks.at(-1)];
    if (kind === 'sh') section.blocks.push({ line: line1, commands: content, answer: null });
    else if (kind === 'text' && last && last.answer === null) last.answer = content;
    else throw new Error(`${path}:${at + 1}: a block is sh, or text that answers the sh before it`);
    section.text += `${lines.slice(at + 1, end + 1).join('\n')}\n`;
    at = end;
  }
  return sections;
}

/** Whether what was printed is what the text says. */
export function answers(expected: string, printed: string): boolean {
  const pattern = expected
    .split('\n')
    .map((line) => (line === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(literally).join('.*')}\\n`))
    .join('');
  return new RegExp(`^${pattern}$`).test(printed === '' || printed.endsWith('\n') ? printed : `${printed}\n`);
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
