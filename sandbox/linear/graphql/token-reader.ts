import type { TypeRef, Value } from './ast.js';
import { syntaxError } from './errors.js';
import { type Token, tokensOf } from './lexer.js';

/** What queries and the schema's own text have in common: names, types, values. */
export class TokenReader {
  private readonly tokens: Token[];
  private index = 0;

  constructor(source: string) {
    this.tokens = tokensOf(source);
  }

  get token(): Token {
    return this.tokens[this.index] as Token;
  }

  next(): Token {
    const token = this.token;
    if (token.kind !== 'end') this.index += 1;
    return token;
  }

  at(text: string): boolean {
    return this.token.text === text && this.token.kind !== 'string';
  }

  /** Steps over the token if it is there. */
  take(text: string): boolean {
    const there = this.at(text);
    if (there) this.next();
    return there;
  }

  expect(text: string): Token {
    if (!this.at(text)) throw this.unexpected(`Expected "${text}", found`);
    return this.next();
  }

  name(): string {
    if (this.token.kind !== 'name') throw this.unexpected('Expected Name, found');
    return this.next().text;
  }

  unexpected(prefix = 'Unexpected'): Error {
    const { kind, text, at } = this.token;
    return syntaxError(`${prefix} ${kind === 'name' ? `Name "${text}"` : kind === 'end' ? text : `"${text}"`}.`, at);
  }

  /** Items between two signs, at least one. */
  between<T>(open: string, close: string, item: () => T): T[] {
    this.expect(open);
    const items = [item()];
    while (!this.take(close)) items.push(item());
    return items;
  }

  type(): TypeRef {
    let type: TypeRef;
    if (this.take('[')) {
      type = { list: this.type() };
      this.expect(']');
    } else type = { name: this.name() };
    return this.take('!') ? { nonNull: type } : type;
  }

  value(constant = false): Value {
    const token = this.token;
    if (token.kind === 'sign') return this.compound(constant);
    this.next();
    if (token.kind === 'int' || token.kind === 'float' || token.kind === 'string') {
      return { kind: token.kind, value: token.text };
    }
    if (token.kind === 'end') throw this.unexpected();
    if (token.text === 'null') return { kind: 'null' };
    if (token.text === 'true' || token.text === 'false') return { kind: 'boolean', value: token.text === 'true' };
    return { kind: 'enum', value: token.text };
  }

  private compound(constant: boolean): Value {
    const { at } = this.token;
    if (this.take('[')) {
      const values: Value[] = [];
      while (!this.take(']')) values.push(this.value(constant));
      return { kind: 'list', values };
    }
    if (this.take('{')) {
      const fields: Record<string, Value> = {};
      while (!this.take('}')) {
        const name = this.name();
        this.expect(':');
        fields[name] = this.value(constant);
      }
      return { kind: 'object', fields };
    }
    if (!constant && this.take('$')) return { kind: 'variable', name: this.name(), at };
    throw this.unexpected();
  }
}
