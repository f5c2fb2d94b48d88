import type { ListedSource, ProjectSource, SourceBody } from '../../client/published.js';

/** What a person has entered of a source. */
export interface Entered {
  externalId: string;
  /** Empty: the stored one stays. */
  token: string;
  /** Ids between commas, by the filter's name. */
  filter: Readonly<Record<string, string>>;
}

/** The fields as they are stored; the token is never shown. */
export function enteredOf({ source, accepts }: ListedSource): Entered {
  const filter = accepts.filters.map(({ name }) => [name, (source?.filter[name] ?? []).join(', ')] as const);
  return { externalId: source?.external_id ?? '', token: '', filter: Object.fromEntries(filter) };
}

/** The body that asks for what was entered. */
export function bodyOf({ externalId, token, filter }: Entered, { accepts }: ListedSource): SourceBody {
  const lists = accepts.filters.flatMap(({ name, of }) => {
    const ids = (filter[name] ?? '').split(/[\s,]+/).filter((id) => id !== '');
    if (ids.length === 0) return [];
    // What is not a number is sent as it is, for the server to say so.
    return [[name, ids.map((id) => (of === 'number' && /^\d+$/.test(id) ? Number(id) : id))] as const];
  });
  return {
    external_id: externalId.trim() === '' ? null : externalId.trim(),
    filter: Object.fromEntries(lists),
    ...(token.trim() === '' ? {} : { credentials: { api_token: token.trim() } }),
  };
}

/** The source as it is, with the secret that the vendor signs its webhooks with. */
export const withSecret = ({ external_id, filter }: ProjectSource, secret: string): SourceBody => ({
  external_id,
  filter,
  credentials: { webhook_secret: secret.trim() },
});
