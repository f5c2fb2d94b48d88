import type { Variable } from '../../src/config/variable-row.js';
import { variables } from '../../src/config/variables.js';
import { code, GENERATED_NOTE, table, type GeneratedFile } from '../generated-file.js';

const INTRODUCTION = `
What the server reads from its environment, or from a \`.env\` file beside the process. An empty value counts as unset. A
value that does not fit stops the start: every problem is named at once, with what the variable holds and what it may hold.
Every process of a server should be given the same values, but for \`ROLE\`, \`HOST\` and \`PORT\`; a change takes a restart.
[.env.example](../../.env.example) has the same list to copy from.

**secret**: never shown in messages or logs. **production**: with \`NODE_ENV=production\` there is no start without it.
`;

/** docs/reference/configuration.md. */
export const configurationPage: GeneratedFile = {
  path: 'docs/reference/configuration.md',
  content: () =>
    [
      GENERATED_NOTE,
      '# Configuration',
      INTRODUCTION,
      table(
        ['variable', 'default', 'may hold', 'meaning', ''],
        Object.entries(variables).map(([name, variable]) => row(name, variable)),
      ),
    ].join('\n\n'),
};

const row = (name: string, { kind, fallback, meaning, secret, productionNeeds }: Variable<unknown>): string[] => [
  code([name]),
  fallback === null ? '–' : code([fallback]),
  escaped(kind.holds),
  escaped(meaning),
  [...(secret ? ['secret'] : []), ...(productionNeeds ? ['production'] : [])].join(', '),
];

/** So that signs which Markdown knows stand for themselves; what is code already stays so. */
const escaped = (text: string): string =>
  text
    .split(/(`[^`]+`(?=[^`]*$|\s))/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[*_`]/g, '\\$&')))
    .join('');
