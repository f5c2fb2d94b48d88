import { expect, it } from '@jest/globals';
import { receiverProblems } from './receiver-problems.js';

const HOSTS = { open: ['hooks.example'], own: [] };

it.each([
  ['webhook', 'https://hooks.example/x', true],
  ['slack', 'http://hooks.example:8080/x', true],
  ['webhook', 'https://other.example/x', false],
  ['webhook', 'hooks.example', false],
  ['webhook', 'https://a:b@hooks.example', false],
  ['slack', 'file:///etc/passwd', false],
  ['slack', 'ann@agency.example', false],
  ['email', 'ann@agency.example', true],
  ['email', 'ann+digest@mail.agency.example', true],
  ['email', 'https://hooks.example/x', false],
  ['email', 'ann@agency.example, bob@agency.example', false],
  ['email', 'Ann <ann@agency.example>', false],
  ['email', 'ann@agency.example\r\nBcc: bob@agency.example', false],
  ['email', 'ann@-.example', false],
  ['email', `${'a'.repeat(65)}@agency.example`, false],
] as const)('%s to %s: %s', (channel, address, fits) =>
  expect(receiverProblems(channel, address, HOSTS)).toHaveLength(fits ? 0 : 1),
);
