import { expect, it } from '@jest/globals';
import { AddressNotAllowed } from '../../common/pinned-fetch.js';
import { isPublic, lookupPublic } from './public-address.js';

it.each([
  ['8.8.8.8', true],
  ['172.15.0.1', true],
  ['2606:4700::1111', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['192.168.0.1', false],
  ['169.254.169.254', false],
  ['100.100.100.200', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::a00:1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['2002:a00:1::', false],
  ['example.com', false],
  ['', false],
])('%s is public: %s', (address, expected) => expect(isPublic(address)).toBe(expected));

it.each([true, false])('refuses a name that leads to this machine, when asked for all: %s', async (all) => {
  const refused = new Promise((resolve) => lookupPublic('localhost', { all }, (error) => resolve(error)));
  expect(await refused).toBeInstanceOf(AddressNotAllowed);
});
