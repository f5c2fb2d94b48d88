import type { Shown } from './shown.js';

/** What a handler answers, its promise awaited. */
export type AnswerOf<Handler> = Handler extends (...args: never[]) => infer Answered ? Awaited<Answered> : never;

declare const ANSWERED_LATER: unique symbol;

/** What a handler returns for work whose outcome is the answer: the example documents that outcome. */
export interface AnsweredLater {
  readonly [ANSWERED_LATER]?: true;
}

/**
 * The keys of an answer that its example lacks, as dotted paths (`project.calendar`); `never` where it has them all.
 * What has no type of its own (`unknown`, `any`, data with free keys) is not looked into.
 */
export type Undocumented<Answered, Example> = Lacks<Answered, Bare<Example>>;

type Lacks<Answered, Bared> = [IsOpen<Answered>, IsOpen<Bared>] extends [false, false]
  ? Answered extends Leaf
    ? never
    : typeof ANSWERED_LATER extends keyof Answered
      ? never
      : Answered extends readonly (infer Item)[]
        ? Lacks<Item, Bare<ItemOf<Bared>>>
        : { [Key in KeyOf<Answered>]: LacksAt<Key, Answered[Key], Bared> }[KeyOf<Answered>]
  : never;

type LacksAt<Key extends string, Value, Bared> =
  Key extends KeyOfAny<Bared> ? Below<Key, Lacks<Value, Bare<ValueAt<Bared, Key>>>> : Key;

type Below<Key extends string, Path> = Path extends string ? `${Key}.${Path}` : never;

/** An example's own type, its marks taken off. */
type Bare<Example> = Example extends Shown<infer Value> ? Bare<Value> : Example;

/** Values that JSON writes as one, and methods, which it leaves out. */
type Leaf = string | number | bigint | boolean | symbol | null | undefined | Date | ((...args: never[]) => unknown);

type IsOpen<Type> = unknown extends Type ? true : false;

/** The known keys that JSON writes; none of a record whose keys are data. */
type KeyOf<Type> = string extends keyof Type
  ? never
  : {
      [Key in keyof Type & string]: Type[Key] extends ((...args: never[]) => unknown) | undefined ? never : Key;
    }[keyof Type & string];

type KeyOfAny<Type> = Type extends unknown ? keyof Type : never;
type ValueAt<Type, Key> = Type extends unknown ? (Key extends keyof Type ? Type[Key] : never) : never;
type ItemOf<Type> = Type extends readonly (infer Item)[] ? Item : never;
