import { compareSchemas, component, type Comparison, type Direction, type Json } from './breaking-schema.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const ROLES = ['public', 'viewer', 'operator', 'admin'];

/**
 * What breaks clients of one OpenAPI document when the other is served, as `where: what`, each once: what is gone, what
 * is required, narrower (sent) or wider (got) now, other types, statuses, roles and names. What is only added breaks
 * nobody, and neither do new problems or new values of a word that answers have.
 */
export function breakingChanges(was: Json, is: Json): string[] {
  const found = new Set<string>();
  const compared = new Set<string>();
  const waiting: [Direction, string][] = [];
  const on: Comparison = {
    was,
    is,
    tell: (where, what) => void found.add(`${where}: ${what}`),
    compareLater: (direction, name) => {
      if (compared.has(`${direction} ${name}`)) return;
      compared.add(`${direction} ${name}`);
      waiting.push([direction, name]);
    },
  };
  for (const [path, item] of Object.entries((was['paths'] ?? {}) as Json))
    for (const method of METHODS) {
      const before = item[method] as Json | undefined;
      const after = is['paths']?.[path]?.[method] as Json | undefined;
      const where = `${method.toUpperCase()} ${path}`;
      if (before && !after) on.tell(where, 'is gone');
      if (before && after) compareOperations(on, where, before, after);
    }
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [direction, name] = next;
    compareSchemas(on, direction, name, component(was, name), component(is, name));
  }
  return [...found].sort();
}

function compareOperations(on: Comparison, where: string, was: Json, is: Json): void {
  if (was['operationId'] !== is['operationId'])
    on.tell(where, `was named ${was['operationId']} and is ${is['operationId']}`);
  const [role, roleNow] = [was, is].map((one) => String(one['x-kag-access'] ?? 'public'));
  if (ROLES.indexOf(String(roleNow)) > ROLES.indexOf(String(role)))
    on.tell(where, `was for ${role} and is for ${roleNow}`);
  if (is['x-kag-project'] === true && was['x-kag-project'] !== true) on.tell(where, 'needs an active project now');
  compareParameters(on, where, was, is);
  compareBodies(on, where, was['requestBody'] as Json | undefined, is['requestBody'] as Json | undefined);
  compareAnswers(on, where, was['responses'] as Json, is['responses'] as Json);
}

function compareParameters(on: Comparison, where: string, was: Json, is: Json): void {
  const before = byName(was);
  const after = byName(is);
  for (const [name, parameter] of before) {
    const now = after.get(name);
    if (!now) on.tell(`${where} ${name}`, 'is gone');
    else {
      if (now['required'] === true && parameter['required'] !== true) on.tell(`${where} ${name}`, 'is required now');
      compareSchemas(on, 'sent', `${where} ${name}`, parameter['schema'] as Json, now['schema'] as Json);
    }
  }
  for (const [name, parameter] of after)
    if (parameter['required'] === true && !before.has(name)) on.tell(`${where} ${name}`, 'is new and required');
}

const byName = (operation: Json): Map<string, Json> =>
  new Map(((operation['parameters'] ?? []) as Json[]).map((one) => [`${one['in']} ${one['name']}`, one]));

function compareBodies(on: Comparison, where: string, was: Json | undefined, is: Json | undefined): void {
  if (was && !is) on.tell(`${where} body`, 'is gone');
  if (is?.['required'] === true && was?.['required'] !== true) on.tell(`${where} body`, 'is required now');
  if (was && is) compareContent(on, 'sent', `${where} body`, was['content'] as Json, is['content'] as Json);
}

function compareAnswers(on: Comparison, where: string, was: Json, is: Json): void {
  const successes = (responses: Json) => Object.keys(responses).filter((status) => status.startsWith('2'));
  for (const status of successes(is)) if (!was[status]) on.tell(`${where} ${status}`, 'is a success of a new kind');
  for (const [status, response] of Object.entries(was)) {
    const now = is[status] as Json | undefined;
    if (!now) on.tell(`${where} ${status}`, 'is gone');
    else
      compareContent(
        on,
        'got',
        `${where} ${status}`,
        (response['content'] ?? {}) as Json,
        (now['content'] ?? {}) as Json,
      );
  }
}

function compareContent(on: Comparison, direction: Direction, where: string, was: Json, is: Json): void {
  for (const [type, { schema }] of Object.entries(was) as [string, Json][]) {
    const now = is[type] as Json | undefined;
    if (!now) on.tell(where, `${type} is gone`);
    else compareSchemas(on, direction, where, schema as Json, now['schema'] as Json);
  }
}
