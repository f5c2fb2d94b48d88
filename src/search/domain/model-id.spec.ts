import { modelId, parseModelId } from './model-id.js';

it.each([
  ['text-embedding-3-small', 1536],
  ['a@b', 8],
])('reads back %s at %p', (name, dim) => expect(parseModelId(modelId({ name, dim }))).toEqual({ name, dim }));
it.each(['', 'name', '@8', 'a@', 'a@x', 'a@-1'])('%j is no identity', (text) => expect(parseModelId(text)).toBeNull());
