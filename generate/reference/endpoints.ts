import type { ErrorCode } from '../../src/common/app-error.js';
import { commonErrors } from '../../src/http/openapi.js';
import { PROBLEMS } from '../../src/http/problem-status.js';
import { code, GENERATED_NOTE, table, type GeneratedFile } from '../generated-file.js';
import { publishedRoutes, type PublishedRoute } from '../openapi.js';

const INTRODUCTION = `
Every route, also under \`/v1\`. [client/openapi.json](../../client/openapi.json) has what each takes and answers; \`/docs\` is the
page to try them on.

- **role**: the least that may call it; viewer, operator and admin each include the one before.
- **project**: the route is about one project: the active one of the session, or the one that \`project_id\` names.
- **asks**: the page asks before it sends, with the words below the table.
- **own errors**: codes that the route has beside those that any of its kind has (below).
`;

/** docs/reference/endpoints.md. */
export const endpointsPage: GeneratedFile = {
  path: 'docs/reference/endpoints.md',
  async content() {
    const routes = await publishedRoutes();
    const tags = [...new Set(routes.map(({ operation }) => operation.tags[0] ?? 'other'))].sort();
    return [
      GENERATED_NOTE.replace('the code', 'client/openapi.json'),
      '# Endpoints',
      INTRODUCTION,
      ...tags.map((tag) =>
        section(
          tag,
          routes.filter(({ operation }) => (operation.tags[0] ?? 'other') === tag),
        ),
      ),
      '## Errors',
      `A failure is \`application/problem+json\` with the code in \`error\` and what to do about it in \`detail\`. Codes that any
route has, as far as they can come about: wrong input, an unknown method, no session or too small a role, a missing CSRF
token, an idempotency key that is taken, no active project, a database that is away. Routes that start a job also answer with
how it failed.`,
      table(
        ['code', 'status', 'title'],
        Object.entries(PROBLEMS).map(([name, { status, title }]) => [code([name]), String(status), title]),
      ),
    ].join('\n\n');
  },
};

function section(tag: string, routes: readonly PublishedRoute[]): string {
  const asking = routes.flatMap((route) => {
    const question = route.operation['x-kag-confirm'];
    return question === undefined ? [] : [`- ${name(route)}: ${question}`];
  });
  return [
    `## ${tag}`,
    table(['route', 'what it does', 'role', 'project', 'effect', 'asks', 'own errors'], routes.map(row)),
    ...(asking.length > 0 ? [`Before these the page asks:\n\n${asking.join('\n')}`] : []),
  ].join('\n\n');
}

const name = ({ method, path }: PublishedRoute): string => code([`${method} ${path}`]);

const row = (route: PublishedRoute): string[] => {
  const { operation } = route;
  return [
    name(route),
    operation.summary,
    operation['x-kag-access'] ?? 'public',
    operation['x-kag-project'] ? 'yes' : '',
    // Names of jobs as code.
    operation['x-kag-effect'].replace(/\S*_\S*[a-z}]/g, '`$&`'),
    operation['x-kag-confirm'] === undefined ? '' : 'yes',
    code(ownErrors(route)),
  ];
};

function ownErrors({ method, path, operation }: PublishedRoute): string[] {
  const common: readonly string[] = commonErrors({
    path,
    access: operation['x-kag-access'] ?? 'public',
    project: operation['x-kag-project'] ?? false,
    // Those that can't answer so are listed without it all the same.
    whileLeaving: false,
    changes: method !== 'GET',
    trigger: operation['x-kag-trigger'],
    guarded: false,
    limited: operation['x-kag-limited'] !== undefined,
    named: (operation.parameters ?? []).some((parameter) => parameter.in === 'path'),
  });
  const codes = Object.values(operation.responses).flatMap((response) =>
    Object.keys(response.content?.['application/problem+json']?.examples ?? {}),
  );
  return (codes as ErrorCode[]).filter((one) => !common.includes(one));
}
