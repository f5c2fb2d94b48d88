import { expect, it } from '@jest/globals';
import { reachOf } from './hosts.js';

const HOSTS = { open: ['hooks.example', 'chat.example:8443'], own: ['Inside.Example'] };

it.each([
  ['https://hooks.example/x', 'open'],
  ['https://HOOKS.example:444/x', 'open'],
  ['https://chat.example:8443/x', 'open'],
  ['https://chat.example/x', null],
  ['https://hooks.example.evil.example/x', null],
  ['https://evil.example/hooks.example', null],
  ['http://inside.example:3000/x', 'own'],
])('%s is reached as %s', (address, expected) => expect(reachOf(address, HOSTS)).toBe(expected));

it('reaches all of the internet where a star is named', () => {
  expect(reachOf('https://any.example/x', { open: ['*'], own: [] })).toBe('open');
  expect(reachOf('https://any.example/x', { open: [], own: [] })).toBeNull();
});
