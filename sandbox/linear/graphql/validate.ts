import {
  type Directive,
  type Document,
  type FieldNode,
  type Location,
  namedType,
  type Operation,
  type Selection,
  type TypeRef,
  typeText,
  type Value,
  type VariableDefinition,
} from './ast.js';
import type { Coercion } from './coerce.js';
import { type GraphqlError, refusal, RequestError } from './errors.js';
import type { InputField, ObjectType, Schema } from './schema.js';

const CONDITION: Record<string, InputField> = {
  if: { type: { nonNull: { name: 'Boolean' } }, fallback: undefined },
};

/**
 * Checks an operation against the schema, as a server does before it runs anything.
 * @throws RequestError with all faults
 */
export function validate(schema: Schema, coercion: Coercion, document: Document, operation: Operation): void {
  const check = new Validation(schema, coercion, document, operation);
  const errors = check.run();
  if (errors.length > 0) throw new RequestError(errors);
}

class Validation {
  private readonly errors: GraphqlError[] = [];
  private readonly variables = new Map<string, VariableDefinition>();
  private readonly used = new Set<string>();
  private readonly spread = new Set<string>();

  constructor(
    private readonly schema: Schema,
    private readonly coercion: Coercion,
    private readonly document: Document,
    private readonly operation: Operation,
  ) {}

  run(): GraphqlError[] {
    const { operation, document } = this;
    for (const definition of operation.variables) this.define(definition);
    this.selections(operation.selections, this.schema.root(operation), []);
    for (const [name, { at }] of this.variables) {
      if (this.used.has(name)) continue;
      const where = operation.name === undefined ? '' : ` in operation "${operation.name}"`;
      this.fault(`Variable "$${name}" is never used${where}.`, at);
    }
    // With several operations in one document a fragment may belong to another of them.
    for (const { name, at } of document.operations.length === 1 ? document.fragments.values() : []) {
      if (!this.spread.has(name)) this.fault(`Fragment "${name}" is never used.`, at);
    }
    return this.errors;
  }

  private define(definition: VariableDefinition): void {
    const { name, type, at, fallback } = definition;
    const kind = this.schema.find(namedType(type))?.kind;
    if (!kind) this.fault(`Unknown type "${namedType(type)}".`, at);
    else if (kind === 'object') this.fault(`Variable "$${name}" cannot be non-input type "${typeText(type)}".`, at);
    else if (fallback) this.fits(type, fallback, at);
    if (this.variables.has(name)) this.fault(`There can be only one variable named "$${name}".`, at);
    this.variables.set(name, definition);
  }

  private selections(list: readonly Selection[], parent: ObjectType, inside: readonly string[]): void {
    for (const node of list) {
      this.directives(node.directives);
      if (node.kind === 'field') this.field(node, parent, inside);
      else if (node.kind === 'inline') {
        if (this.applies(node.on, parent, node.at)) this.selections(node.selections, parent, inside);
      } else this.fragment(node.name, parent, inside, node.at);
    }
    this.conflicts(list, parent);
  }

  private fragment(name: string, parent: ObjectType, inside: readonly string[], at: Location): void {
    const fragment = this.document.fragments.get(name);
    if (!fragment) return this.fault(`Unknown fragment "${name}".`, at);
    this.spread.add(name);
    if (inside.includes(name)) return this.fault(`Cannot spread fragment "${name}" within itself.`, at);
    if (this.applies(fragment.on, parent, at)) this.selections(fragment.selections, parent, [...inside, name]);
  }

  /** Every type with an id implements Linear's interface `Node`. */
  private applies(on: string | undefined, parent: ObjectType, at: Location): boolean {
    if (on === undefined || on === parent.name || (on === 'Node' && parent.fields['id'])) return true;
    if (this.schema.find(on)?.kind === 'object') {
      this.fault(
        `Fragment cannot be spread here as objects of type "${parent.name}" can never be of type "${on}".`,
        at,
      );
    } else this.fault(`Unknown type "${on}".`, at);
    return false;
  }

  private field(node: FieldNode, parent: ObjectType, inside: readonly string[]): void {
    if (node.name === '__typename') return;
    const field = parent.fields[node.name];
    if (!field) return this.fault(`Cannot query field "${node.name}" on type "${parent.name}".`, node.at);
    const owner = `field "${parent.name}.${node.name}"`;
    this.args(field.args, node.args, owner, `Field "${node.name}"`, node.at);
    const type = this.schema.get(namedType(field.type));
    if (type.kind === 'object') {
      if (node.selections) return this.selections(node.selections, type, inside);
      const hint = `Did you mean "${node.name} { ... }"?`;
      return this.fault(
        `Field "${node.name}" of type "${typeText(field.type)}" must have a selection of subfields. ${hint}`,
        node.at,
      );
    }
    if (node.selections) {
      const text = `must not have a selection since type "${typeText(field.type)}" has no subfields.`;
      this.fault(`Field "${node.name}" ${text}`, node.at);
    }
  }

  private directives(list: readonly Directive[]): void {
    for (const { name, args, at } of list) {
      if (name === 'include' || name === 'skip') {
        this.args(CONDITION, args, `directive "@${name}"`, `Directive "@${name}"`, at);
      } else this.fault(`Unknown directive "@${name}".`, at);
    }
  }

  private args(
    fields: Record<string, InputField>,
    given: Record<string, Value>,
    owner: string,
    title: string,
    at: Location,
  ): void {
    for (const [name, value] of Object.entries(given)) {
      const field = fields[name];
      if (field) this.fits(field.type, value, at, field.fallback !== undefined);
      else this.fault(`Unknown argument "${name}" on ${owner}.`, at);
    }
    for (const [name, { type, fallback }] of Object.entries(fields)) {
      if (name in given || !('nonNull' in type) || fallback) continue;
      this.fault(`${title} argument "${name}" of type "${typeText(type)}" is required, but it was not provided.`, at);
    }
  }

  private fits(type: TypeRef, value: Value, at: Location, hasDefault = false): void {
    this.variablesIn(type, value, hasDefault);
    const misfit = this.coercion.misfit(type, value);
    if (misfit !== undefined) this.fault(`Invalid value ${misfit}`, at);
  }

  private variablesIn(type: TypeRef, value: Value, hasDefault = false): void {
    if (value.kind === 'variable') return this.variable(type, value, hasDefault);
    const bare = 'nonNull' in type ? type.nonNull : type;
    if (value.kind === 'list') {
      for (const each of value.values) this.variablesIn('list' in bare ? bare.list : bare, each);
    }
    if (value.kind !== 'object') return;
    const input = this.schema.find(namedType(type));
    for (const [key, each] of Object.entries(value.fields)) {
      const field = input?.kind === 'input' ? input.fields[key] : undefined;
      if (field) this.variablesIn(field.type, each, field.fallback !== undefined);
    }
  }

  private variable(type: TypeRef, value: { name: string; at: Location }, hasDefault: boolean): void {
    this.used.add(value.name);
    const definition = this.variables.get(value.name);
    const where = this.operation.name === undefined ? '' : ` by operation "${this.operation.name}"`;
    if (!definition) return this.fault(`Variable "$${value.name}" is not defined${where}.`, value.at);
    const safe = hasDefault || (definition.fallback !== undefined && definition.fallback.kind !== 'null');
    const wanted = safe && 'nonNull' in type ? type.nonNull : type;
    if (assignable(definition.type, wanted)) return;
    const text = `of type "${typeText(definition.type)}" used in position expecting type "${typeText(type)}".`;
    this.fault(`Variable "$${value.name}" ${text}`, value.at);
  }

  /** Two fields under one key must be the same field asked in the same way. Fragments of the same level count too. */
  private conflicts(list: readonly Selection[], parent: ObjectType): void {
    const seen = new Map<string, FieldNode>();
    for (const node of this.flat(list, parent, new Set())) {
      const other = seen.get(node.alias);
      seen.set(node.alias, node);
      if (!other || (other.name === node.name && same(other.args, node.args))) continue;
      const why =
        other.name === node.name
          ? 'they have differing arguments'
          : `"${other.name}" and "${node.name}" are different fields`;
      const hint = 'Use different aliases on the fields to fetch both if this was intentional.';
      this.fault(`Fields "${node.alias}" conflict because ${why}. ${hint}`, node.at);
    }
  }

  private flat(list: readonly Selection[], parent: ObjectType, seen: Set<string>): FieldNode[] {
    return list.flatMap((node) => {
      if (node.kind === 'field') return [node];
      if (node.kind === 'inline') return this.flat(node.selections, parent, seen);
      const fragment = seen.has(node.name) ? undefined : this.document.fragments.get(node.name);
      seen.add(node.name);
      return fragment ? this.flat(fragment.selections, parent, seen) : [];
    });
  }

  private fault(message: string, at: Location): void {
    this.errors.push(refusal('GRAPHQL_VALIDATION_FAILED', message, at));
  }
}

function assignable(from: TypeRef, to: TypeRef): boolean {
  if ('nonNull' in to) return 'nonNull' in from && assignable(from.nonNull, to.nonNull);
  if ('nonNull' in from) return assignable(from.nonNull, to);
  if ('list' in to) return 'list' in from && assignable(from.list, to.list);
  return !('list' in from) && from.name === to.name;
}

/** Positions inside values differ, the values may not. */
function same(a: Record<string, Value>, b: Record<string, Value>): boolean {
  const text = (args: Record<string, Value>): string =>
    JSON.stringify(
      Object.entries(args).sort(([x], [y]) => (x < y ? -1 : 1)),
      (key, value: unknown) => (key === 'at' ? undefined : value),
    );
  return text(a) === text(b);
}
