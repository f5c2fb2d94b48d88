import { describe, expect, it } from '@jest/globals';
import { absent, anyObject, either, emptyList, mapOf, named, optional, orNull, underEach } from './marks.js';
import { Operation } from './operation.js';
import type { AnsweredLater, Undocumented } from './undocumented.js';

/** What is wrong here is found by the compiler: only the path that lacks is taken, or `nothing` where none does. */
const lacks =
  <Answered>() =>
  <Example>(_example: Example, path: PathOf<Undocumented<Answered, Example>>) =>
    path;
type PathOf<Path> = [Path] extends [never] ? 'nothing' : Path;

const THING = named('Thing', {
  id: 'a',
  owner: orNull({ name: 'A' }),
  tags: emptyList({ word: 'x' }),
  more: optional(1),
});
const EXAMPLE = { things: [THING], free: anyObject({}), counts: mapOf({ a: { n: 1 } }), hint: absent('none') };
const SHAPES = { shape: either({ kind: 'a' }, { size: 1 }), each: underEach(['a', 'b'], { n: 1 }) };

interface Owned {
  id: string;
  owner: { name: string } | null;
  tags: { word: string }[];
}

describe('what an example lacks of an answer', () => {
  it('is nothing where it has all keys, through lists, nulls and marks', () => {
    const paths = [
      lacks<{ things: Owned[] }>()(EXAMPLE, 'nothing'),
      lacks<{ things: Owned[]; hint?: string; free: { a: 1 } }>()(EXAMPLE, 'nothing'),
      lacks<{ counts: Record<string, { n: number }> }>()(EXAMPLE, 'nothing'),
      lacks<unknown>()(EXAMPLE, 'nothing'),
      lacks<AnsweredLater & { job_type: string }>()(EXAMPLE, 'nothing'),
      lacks<{ at: Date; then?: undefined; text(): string }>()({ at: '2026-02-03' }, 'nothing'),
    ];
    expect(new Set(paths)).toEqual(new Set(['nothing']));
  });

  it('is told by its path', () => {
    const paths = [
      lacks<{ other: 1 }>()(EXAMPLE, 'other'),
      lacks<{ things: (Owned & { secret: string })[] }>()(EXAMPLE, 'things.secret'),
      lacks<{ things: { owner: { mail: string } | null }[] }>()(EXAMPLE, 'things.owner.mail'),
      lacks<{ things: { tags: { weight: number }[] }[] }>()(EXAMPLE, 'things.tags.weight'),
      lacks<{ shape: { kind: 'a' } | { depth: 1 } }>()(SHAPES, 'shape.depth'),
      lacks<{ each: Record<'a' | 'c', { n: number }> }>()(SHAPES, 'each.c'),
      lacks<{ each: { a: { n: 1; m: 1 } } }>()(SHAPES, 'each.a.m'),
    ];
    expect(paths).toHaveLength(7);
  });

  it('keeps a handler from compiling', () => {
    class Handlers {
      @Operation({ summary: 'Somebody', example: { name: 'A' } })
      right() {
        return Promise.resolve({ name: 'A' });
      }

      // @ts-expect-error The example lacks `mail`.
      @Operation({ summary: 'Somebody', example: { name: 'A' } })
      wrong() {
        return Promise.resolve({ name: 'A', mail: 'a' });
      }
    }
    expect(new Handlers()).toBeInstanceOf(Handlers);
  });
});
