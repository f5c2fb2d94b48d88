import type { Operation, TypeRef, Value } from './ast.js';
import { TokenReader } from './token-reader.js';

export interface InputField {
  type: TypeRef;
  fallback: Value | undefined;
}

export interface OutputField {
  type: TypeRef;
  args: Record<string, InputField>;
}

export type TypeDefinition =
  | { kind: 'object'; name: string; fields: Record<string, OutputField> }
  | { kind: 'input'; name: string; fields: Record<string, InputField> }
  | { kind: 'enum'; name: string; values: string[] }
  | { kind: 'scalar'; name: string };

export type ObjectType = Extract<TypeDefinition, { kind: 'object' }>;
export type InputType = Extract<TypeDefinition, { kind: 'input' }>;

export class Schema {
  private readonly types = new Map<string, TypeDefinition>();

  /** @throws when the text is not a schema, or names a type it does not define */
  constructor(text: string) {
    for (const name of ['ID', 'String', 'Int', 'Float', 'Boolean']) this.types.set(name, { kind: 'scalar', name });
    const reader = new TokenReader(text);
    while (reader.token.kind !== 'end') {
      const type = definition(reader);
      this.types.set(type.name, type);
    }
  }

  find(name: string): TypeDefinition | undefined {
    return this.types.get(name);
  }

  get(name: string): TypeDefinition {
    const type = this.types.get(name);
    if (!type) throw new Error(`the schema has no type ${name}`);
    return type;
  }

  object(name: string): ObjectType {
    const type = this.get(name);
    if (type.kind !== 'object') throw new Error(`${name} is not an object type`);
    return type;
  }

  /** The type whose fields an operation asks for. */
  root({ type }: Operation): ObjectType {
    return this.object(type === 'mutation' ? 'Mutation' : 'Query');
  }

  all(): TypeDefinition[] {
    return [...this.types.values()];
  }
}

function definition(reader: TokenReader): TypeDefinition {
  const kind = reader.name();
  const name = reader.name();
  switch (kind) {
    case 'scalar':
      return { kind, name };
    case 'enum':
      return { kind, name, values: reader.between('{', '}', () => reader.name()) };
    case 'input':
      return { kind, name, fields: Object.fromEntries(reader.between('{', '}', () => inputField(reader))) };
    case 'type':
      return { kind: 'object', name, fields: Object.fromEntries(reader.between('{', '}', () => outputField(reader))) };
    default:
      throw new Error(`the schema can not define a ${kind}`);
  }
}

function inputField(reader: TokenReader): [string, InputField] {
  const name = reader.name();
  reader.expect(':');
  const type = reader.type();
  return [name, { type, fallback: reader.take('=') ? reader.value(true) : undefined }];
}

function outputField(reader: TokenReader): [string, OutputField] {
  const name = reader.name();
  const args = reader.at('(') ? Object.fromEntries(reader.between('(', ')', () => inputField(reader))) : {};
  reader.expect(':');
  return [name, { type: reader.type(), args }];
}
