import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintSource } from '@secretlint/core';
import { creator as patterns } from '@secretlint/secretlint-rule-pattern';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';

/** Text that looks like a secret, and where it stands. */
export interface FoundSecret {
  file: string;
  line: number;
  /** Which rule found it. */
  rule: string;
  text: string;
}

/** Twenty characters or more without a space or a dash, letters and digits mixed: no words. */
const RANDOM = String.raw`(?<value>(?=[\w+/]*\d)(?=[\w+/]*[A-Za-z])[\w+/]{20,}={0,2})`;
const NAME = String.raw`(?:token|secret|passw(?:or)?d|api_?key|access_?key|secrets_key|credential)`;

/** Beside the forms that vendors give their keys: what has no form of its own is known by the name before it. */
const BY_NAME = [
  { name: 'a private key', patterns: [String.raw`/-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[^-]{40}/`] },
  { name: 'an assignment', patterns: [String.raw`/${NAME}\w*['"]?\s*[:=]\s*['"\x60]?${RANDOM}/i`] },
  { name: 'a bearer', patterns: [String.raw`/bearer\s+${RANDOM}/i`] },
  { name: 'a token of this server', patterns: [String.raw`/\bkag_\w{40,}/`] },
];

// Without the one that lets a comment in a file let a secret through: what is known stands in one list, with its
// reason.
const BY_FORM = rules.filter(({ meta }) => meta.id !== '@secretlint/secretlint-rule-filter-comments');

const CONFIG = {
  rules: [
    ...BY_FORM.map((rule) => ({ id: rule.meta.id, rule })),
    { id: '@secretlint/secretlint-rule-pattern', rule: patterns, options: { patterns: BY_NAME } },
  ],
};

/** What looks like a secret in a text. */
export async function secretsIn(file: string, content: string): Promise<FoundSecret[]> {
  const { messages } = await lintSource({
    source: { filePath: file, content, contentType: 'text', ext: '.txt' },
    options: { config: CONFIG, noPhysicFilePath: true },
  });
  return messages.map(({ range: [from, to], loc, messageId }) => ({
    file,
    line: loc.start.line,
    rule: messageId,
    text: content.slice(from, to),
  }));
}

/** What looks like a secret in the text files that git keeps of a folder. */
export async function secretsOf(folder: string): Promise<FoundSecret[]> {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: folder, encoding: 'utf8', maxBuffer: 64 << 20 });
  const found: FoundSecret[] = [];
  for (const file of listed.split('\0').filter((name) => name !== '')) {
    const content = readFileSync(join(folder, file), 'utf8');
    // Pictures and archives.
    if (!content.includes('\0')) found.push(...(await secretsIn(file, content)));
  }
  return found;
}
