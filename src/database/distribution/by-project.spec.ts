import { describe, expect, it } from '@jest/globals';
import { byProject, itemsByProject } from './by-project.js';

const on = (distributed: boolean) => ({ distributed: () => Promise.resolve(distributed) });
const ITEMS = ['b', 'a', 'b', 'c'].map((project_id, n) => ({ project_id, n }));

describe('a question about many projects', () => {
  it('is one question on one server, and holds no table', async () => {
    const asked: unknown[] = [];
    const answers = await byProject(on(false), ['b', 'a', 'b'], async (ids, held) => {
      asked.push([ids, held('l.project_id', '$1')]);
      return ids;
    });
    expect(asked).toEqual([[['b', 'a', 'b'], '']]);
    expect(answers).toEqual(['b', 'a', 'b']);
  });

  it('is one for each project on several, in the order of their ids, and holds each table to it', async () => {
    const asked: unknown[] = [];
    const answers = await byProject(on(true), ['b', 'a', 'b'], async (ids, held) => {
      asked.push([ids, held('l.project_id', '$1')]);
      return ids;
    });
    const condition = 'AND l.project_id = ANY ($1::uuid[])';
    expect(asked).toEqual([
      [['a'], condition],
      [['b'], condition],
    ]);
    expect(answers).toEqual(['a', 'b']);
  });

  it.each([false, true])('answers items in their order (on several servers: %s)', async (distributed) => {
    const questions: number[] = [];
    const answers = await itemsByProject(on(distributed), ITEMS, async (items) => {
      questions.push(items.length);
      return items.map(({ project_id, n }) => `${project_id}${n}`);
    });
    expect(answers).toEqual(['b0', 'a1', 'b2', 'c3']);
    expect(questions).toEqual(distributed ? [1, 2, 1] : [4]);
  });

  it.each([false, true])('of none asks nothing wrong (on several servers: %s)', async (distributed) => {
    await expect(itemsByProject(on(distributed), [], async (items) => items)).resolves.toEqual([]);
  });
});
