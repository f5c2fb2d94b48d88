import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { alertGroups } from '../../generate/alert-rules.js';
import { publishedRoutes } from '../../generate/openapi.js';
import { variables } from '../../src/config/variables.js';
import { CHECKS } from '../../src/ops/diagnosis/domain/catalogue.js';
import { SECTIONS } from '../../src/ops/diagnosis/domain/diagnosis.js';
import { anchorsOf, linksOf } from '../contract/markdown.js';
import { answers, LANGUAGES, readRunbook, runbookPath, type Language, type RunbookSection } from './runbook.js';

/** What the shell itself knows, or the runbook's reader gives it. */
const OF_THE_SHELL = ['KAG_URL', 'KAG_USER', 'KAG_PASSWORD', 'NEW_TOKEN', 'TMPDIR'];
/** Names that look like variables and are none. */
const STATEMENTS = ['ALTER EXTENSION', 'UPDATE'];

const texts = Object.fromEntries(
  await Promise.all(LANGUAGES.map(async (language) => [language, await readRunbook(language)] as const)),
) as Record<Language, RunbookSection[]>;
const routes = await publishedRoutes();
const alerts = (await alertGroups()).flatMap(({ rules }) => rules);
const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };

const bare = (commands: string) => commands.replace(/^\s*#.*\n/gm, '');

describe('the runbook in both languages', () => {
  it('has the same commands with the same answers, section by section', () => {
    const commands = (language: Language) =>
      texts[language].map(({ id, blocks }) => [id, blocks.map((block) => [bare(block.commands), block.answer])]);
    expect(commands('ru')).toEqual(commands('en'));
  });

  it('has the same checks, alerts, variables and requests, section by section', () => {
    const names = (language: Language) =>
      texts[language].map(({ id, text }) => [id, [...new Set(text.match(/`[^`\n]+`/g))].sort()]);
    expect(names('ru')).toEqual(names('en'));
  });
});

describe.each(LANGUAGES)('the runbook (%s)', (language) => {
  const [before, ...sections] = texts[language];
  const whole = texts[language].map(({ text }) => text).join('');

  it('has the sections of the diagnosis in its order, each under a heading', () => {
    expect(sections.map(({ id }) => id)).toEqual(Object.keys(SECTIONS));
    for (const { id, title, text } of sections) {
      expect(text).toMatch(new RegExp(`^<a id="${id}"></a>\n\n## \\S`));
      expect(title).not.toBe('');
    }
    expect(sections.map(({ title }) => title)).toEqual(Object.values(SECTIONS).map((title) => title[language]));
  });

  it('leads from its beginning to every section, and no link into the void', async () => {
    for (const { id } of sections) expect(before!.text).toContain(`(#${id})`);
    const anchors = anchorsOf(whole);
    for (const target of linksOf(whole)) {
      if (target.startsWith('#')) expect([target, anchors.has(target.slice(1))]).toEqual([target, true]);
      else await access(join(dirname(runbookPath(language)), target));
    }
  });

  it.each(CHECKS.map(({ id, section }) => [id, section]))('says what %s means, in its section', (id, section) => {
    const { text } = sections.find((one) => one.id === section)!;
    expect(text).toMatch(new RegExp(`^\\| \`${id}\` +\\| \\S.{10,}\\|$`, 'm'));
  });

  it('names no check in a heading or a table that there is not', () => {
    const named = sections.flatMap(({ text }) =>
      [...text.matchAll(/^(?:### [^`\n]*(`.*`)|\| (`[a-z]\w*`) +\|.*)$/gm)].flatMap(([, heading, row]) =>
        [...(heading ?? row ?? '').matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, id]) => id),
      ),
    );
    const known = [...CHECKS.map(({ id }) => id), 'csrf_invalid', 'password_change_required'];
    expect(named.filter((id) => !known.includes(id!))).toEqual([]);
    expect(named.length).toBeGreaterThan(CHECKS.length);
  });

  it.each(alerts.map(({ alert, annotations }) => [alert, annotations.runbook_url.split('#')[1]]))(
    'says where to begin with %s, in the section %s',
    (alert, section) => {
      const { text } = sections.find((one) => one.id === section)!;
      expect(text).toMatch(new RegExp(`^\\| \`${alert}\` +\\| \\S.{10,}\\|$`, 'm'));
    },
  );

  it('names no alert that there is not', () => {
    const known = alerts.map(({ alert }) => alert);
    expect((whole.match(/\bKag[A-Z]\w+/g) ?? []).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('names no variable that there is not', () => {
    const named = new Set(whole.match(/\b[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+\b/g));
    const known = [...Object.keys(variables), ...OF_THE_SHELL];
    expect([...named].filter((name) => !known.includes(name))).toEqual([]);
    const single = [...whole.matchAll(/`([A-Z]{4,})(?:=\w+)?`/g)].map(([, name]) => name!);
    const own = ['PROJECT', 'PAGE', ...STATEMENTS];
    expect(single.filter((name) => !(name in variables) && !own.includes(name))).toEqual([]);
  });

  it('names no request that there is not', () => {
    const asked = whole.replace(/\$\{2:[^}]*\}/g, '');
    const named = [
      ...asked.matchAll(/\b(GET|POST|PUT|PATCH|DELETE) ['"]?(\/[\w/{}$-]*)/g),
      ...[...asked.matchAll(/\brun ['"]?(\/[\w/{}$-]*)/g)].map(([all, path]) => [all, 'POST', path]),
      ...[...asked.matchAll(/KAG_URL(\/[\w/]+)/g)].map(([all, path]) => [all, 'GET', path]),
    ];
    expect(named.length).toBeGreaterThan(40);
    for (const [all, method, path] of named) expect([all, isRoute(method!, path!)]).toEqual([all, true]);
  });

  it('has commands in its blocks only, npm’s among them, and those are scripts', () => {
    const run = sections.flatMap(({ blocks }) => blocks.map(({ commands }) => commands)).join('\n');
    for (const [, name] of whole.matchAll(/npm run (?:--silent )?([\w:]+)/g)) {
      expect(scripts).toHaveProperty([name!]);
      expect(run).toContain(`npm run --silent ${name}`);
    }
    expect(whole.match(/`(?:curl|psql|kubectl|docker|jq|kag [A-Z]+ \/|look|run \/)[^`]*`/g)).toBeNull();
  });

  it('tells in every section what is seen, where to look first, when it is healed, and what to tell if not', () => {
    const marks = {
      en: ['**Symptom.**', '**First look', '**Healed', '**If not:**'],
      ru: ['**Признак.**', '**Сначала', '**Исправлено', '**Если нет:**'],
    }[language];
    for (const { text } of sections) {
      const places = marks.map((mark) => text.indexOf(mark));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    }
  });
});

/** Whether the API has it: parameters of a route stand for any part, and so do variables of the shell. */
function isRoute(method: string, path: string): boolean {
  const asked = path.split('/');
  return routes.some((route) => {
    const has = route.path.split('/');
    return (
      route.method === method &&
      has.length === asked.length &&
      has.every((part, index) => part === asked[index] || (part.startsWith('{') && asked[index] !== ''))
    );
  });
}

describe('what a block is said to answer', () => {
  it.each([
    ['a line', 'a line\n', true],
    ['a …', 'a long line\n', true],
    ['a …', 'a line\nand another\n', false],
    ['…\nend', 'end\n', true],
    ['…\nend', 'one\ntwo\nend\n', true],
    ['…\nend', 'one\nend\nmore\n', false],
    ['first\n…', 'first\n', true],
    ['first\n…', 'second\n', false],
    ['{"a":…,"b":1}', '{"a":[1,2],"b":1}\n', true],
    ['{"a":…,"b":1}', '{"a":[1,2],"b":2}\n', false],
    ['…', '', true],
  ])('%j of %j: %s', (expected, printed, fits) => {
    expect(answers(expected, printed)).toBe(fits);
  });
});
