import { expect, it } from '@jest/globals';
import { liftConversations } from './lift-conversations.js';

const text = (name: string, distance: number, conversation_global_id: string | null = null) => ({
  name,
  distance,
  conversation_global_id,
});
const orderOf = (...near: ReturnType<typeof text>[]) => liftConversations(near).map(({ name }) => name);

it('puts a text before an equally near one where its conversation has another near text', () => {
  expect(orderOf(text('stray', 0.4), text('told', 0.42, 'a'), text('more', 0.45, 'a'), text('far', 0.9))).toEqual([
    'told',
    'more',
    'stray',
    'far',
  ]);
});

it('leaves a text far ahead of all others in its place', () => {
  expect(orderOf(text('meant', 0.1), text('told', 0.3, 'a'), text('more', 0.31, 'a'), text('far', 0.9))[0]).toBe(
    'meant',
  );
});

it('changes nothing where each conversation has one text, or where all are of one', () => {
  expect(orderOf(text('one', 0.1, 'a'), text('two', 0.2, 'b'), text('three', 0.3))).toEqual(['one', 'two', 'three']);
  expect(orderOf(text('one', 0.1, 'a'), text('two', 0.2, 'a'), text('three', 0.9, 'a'))).toEqual([
    'one',
    'two',
    'three',
  ]);
  expect(orderOf()).toEqual([]);
});
