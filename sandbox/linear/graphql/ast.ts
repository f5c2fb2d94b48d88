export interface Location {
  line: number;
  column: number;
}

export type Value =
  | { kind: 'variable'; name: string; at: Location }
  | { kind: 'int' | 'float' | 'string' | 'enum'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null' }
  | { kind: 'list'; values: Value[] }
  | { kind: 'object'; fields: Record<string, Value> };

export type TypeRef = { name: string } | { list: TypeRef } | { nonNull: TypeRef };

export interface Directive {
  name: string;
  args: Record<string, Value>;
  at: Location;
}

export interface FieldNode {
  kind: 'field';
  alias: string;
  name: string;
  args: Record<string, Value>;
  directives: Directive[];
  /** Undefined when the field has no braces at all. */
  selections: Selection[] | undefined;
  at: Location;
}

export interface SpreadNode {
  kind: 'spread';
  name: string;
  directives: Directive[];
  at: Location;
}

export interface InlineNode {
  kind: 'inline';
  on: string | undefined;
  directives: Directive[];
  selections: Selection[];
  at: Location;
}

export type Selection = FieldNode | SpreadNode | InlineNode;

export interface VariableDefinition {
  name: string;
  type: TypeRef;
  fallback: Value | undefined;
  at: Location;
}

export interface Operation {
  type: 'query' | 'mutation' | 'subscription';
  name: string | undefined;
  variables: VariableDefinition[];
  selections: Selection[];
  at: Location;
}

export interface Fragment {
  name: string;
  on: string;
  selections: Selection[];
  at: Location;
}

export interface Document {
  operations: Operation[];
  fragments: Map<string, Fragment>;
}

/** @returns the type as it is written: `[Issue!]!` */
export function typeText(type: TypeRef): string {
  if ('nonNull' in type) return `${typeText(type.nonNull)}!`;
  return 'list' in type ? `[${typeText(type.list)}]` : type.name;
}

export function namedType(type: TypeRef): string {
  if ('nonNull' in type) return namedType(type.nonNull);
  return 'list' in type ? namedType(type.list) : type.name;
}
