import type { Directive, Document, FieldNode, Operation, Selection, Value, VariableDefinition } from './ast.js';
import { requestError } from './errors.js';
import { TokenReader } from './token-reader.js';

const OPERATIONS = ['query', 'mutation', 'subscription'] as const;

/** @throws RequestError when the text is not a GraphQL document */
export function parseDocument(source: string): Document {
  const reader = new TokenReader(source);
  const document: Document = { operations: [], fragments: new Map() };
  do {
    const { at } = reader.token;
    if (reader.take('fragment')) {
      const name = reader.name();
      reader.expect('on');
      const on = reader.name();
      if (document.fragments.has(name)) {
        throw requestError('GRAPHQL_VALIDATION_FAILED', `There can be only one fragment named "${name}".`, at);
      }
      document.fragments.set(name, { name, on, selections: selectionSet(reader), at });
    } else document.operations.push(operation(reader));
  } while (reader.token.kind !== 'end');
  return document;
}

function operation(reader: TokenReader): Operation {
  const { at } = reader.token;
  if (reader.at('{')) return { type: 'query', name: undefined, variables: [], selections: selectionSet(reader), at };
  const type = OPERATIONS.find((each) => reader.at(each));
  if (!type) throw reader.unexpected();
  reader.next();
  const name = reader.token.kind === 'name' ? reader.name() : undefined;
  const variables = reader.at('(') ? reader.between('(', ')', () => variable(reader)) : [];
  directives(reader);
  return { type, name, variables, selections: selectionSet(reader), at };
}

function variable(reader: TokenReader): VariableDefinition {
  const { at } = reader.expect('$');
  const name = reader.name();
  reader.expect(':');
  const type = reader.type();
  const fallback = reader.take('=') ? reader.value(true) : undefined;
  directives(reader);
  return { name, type, fallback, at };
}

function selectionSet(reader: TokenReader): Selection[] {
  return reader.between('{', '}', () => selection(reader));
}

function selection(reader: TokenReader): Selection {
  const { at } = reader.token;
  if (!reader.take('...')) return field(reader);
  if (reader.token.kind === 'name' && !reader.at('on')) {
    return { kind: 'spread', name: reader.name(), directives: directives(reader), at };
  }
  const on = reader.take('on') ? reader.name() : undefined;
  return { kind: 'inline', on, directives: directives(reader), selections: selectionSet(reader), at };
}

function field(reader: TokenReader): FieldNode {
  const { at } = reader.token;
  const alias = reader.name();
  const name = reader.take(':') ? reader.name() : alias;
  const args = reader.at('(') ? argumentsOf(reader) : {};
  const marks = directives(reader);
  const selections = reader.at('{') ? selectionSet(reader) : undefined;
  return { kind: 'field', alias, name, args, directives: marks, selections, at };
}

function argumentsOf(reader: TokenReader): Record<string, Value> {
  const pairs = reader.between('(', ')', (): [string, Value] => {
    const name = reader.name();
    reader.expect(':');
    return [name, reader.value()];
  });
  return Object.fromEntries(pairs);
}

function directives(reader: TokenReader): Directive[] {
  const found: Directive[] = [];
  while (reader.at('@')) {
    const { at } = reader.next();
    found.push({ name: reader.name(), args: reader.at('(') ? argumentsOf(reader) : {}, at });
  }
  return found;
}
