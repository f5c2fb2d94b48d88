import { type AttributeDef, type AttributePlan, KEY_ACCOUNTS, OBJECT_PLANS } from './attributes.js';
import { uuidFor } from './ids.js';
import type { ObjectSlug } from './records.js';

/** An object or a list: whatever has attributes. */
export interface Owner {
  kind: 'object' | 'list';
  id: string;
  slug: string;
  /** Singular and plural of an object; the name, twice, of a list. */
  nouns: [string, string];
  /** A list's object. */
  parent: ObjectSlug | null;
  attributes: AttributeDef[];
}

export const OBJECTS = ['people', 'companies', 'deals'] as const satisfies readonly ObjectSlug[];

/** What the workspace is made of. Ids depend on names only, so that they are the same in every world. */
export class Schema {
  readonly workspaceId = uuidFor('workspace');
  readonly workspaceName = 'Agency';
  readonly workspaceSlug = 'agency';
  readonly objects: Owner[] = OBJECTS.map((slug) =>
    ownerOf('object', slug, OBJECT_PLANS[slug].nouns, null, OBJECT_PLANS[slug].attributes),
  );
  readonly lists: Owner[] = [
    ownerOf('list', KEY_ACCOUNTS.slug, [KEY_ACCOUNTS.name, KEY_ACCOUNTS.name], KEY_ACCOUNTS.parent, [
      ...KEY_ACCOUNTS.attributes,
    ]),
  ];

  /** By slug or by id. */
  object = (name: string): Owner | undefined => byName(this.objects, name);
  list = (name: string): Owner | undefined => byName(this.lists, name);
  attribute = (owner: Owner, name: string): AttributeDef | undefined => byName(owner.attributes, name);

  /** @throws when there is no such object or list: a mistake of the caller, not of a client */
  owner(slug: string): Owner {
    return must(this.object(slug) ?? this.list(slug), slug);
  }

  /** @throws as above */
  column(ownerSlug: string, slug: string): AttributeDef {
    return must(this.attribute(this.owner(ownerSlug), slug), `${ownerSlug}.${slug}`);
  }

  objectId = (slug: ObjectSlug): string => this.owner(slug).id;

  /** The id object every attribute, status, record and entry begins with. */
  idsOf(owner: Owner): Record<string, string> {
    return { workspace_id: this.workspaceId, [owner.kind === 'object' ? 'object_id' : 'list_id']: owner.id };
  }
}

function byName<T extends { id: string; slug: string }>(from: readonly T[], name: string): T | undefined {
  return from.find((each) => each.slug === name || each.id === name);
}

function must<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`the workspace has no ${name}`);
  return found;
}

function ownerOf(
  kind: Owner['kind'],
  slug: string,
  nouns: [string, string],
  parent: ObjectSlug | null,
  plans: AttributePlan[],
): Owner {
  const attributes = plans.map((plan) => attributeOf(slug, plan));
  return { kind, id: uuidFor(`${kind}/${slug}`), slug, nouns, parent, attributes };
}

function attributeOf(owner: string, plan: AttributePlan): AttributeDef {
  const name = `${owner}/${plan.slug}`;
  const title = plan.slug.replaceAll('_', ' ');
  const choices = (plan.choices ?? []).map((each) => {
    const choice = typeof each === 'string' ? { title: each, is_archived: false } : each;
    return { id: uuidFor(`choice/${name}/${choice.title}`), ...choice };
  });
  return {
    title: title.charAt(0).toUpperCase() + title.slice(1),
    multi: false,
    unique: false,
    required: false,
    system: false,
    writable: true,
    archived: false,
    intelligence: false,
    target: null,
    inverse: null,
    ...plan,
    id: uuidFor(`attribute/${name}`),
    choices,
  };
}
