import { describe, expect, it, jest } from '@jest/globals';
import type { Request, Response } from 'express';
import { readConfig } from '../config/read-config.js';
import { KnownDevices } from './known-devices.js';

const OLD = 'a-secret-of-the-devices-of-32-characters';
const NEW = 'another-secret-of-the-devices-of-32-chars';
const devices = (SESSION_SECRET = OLD) => new KnownDevices(readConfig({ NODE_ENV: 'test', SESSION_SECRET }));
const asking = (cookie?: string) => ({ headers: cookie === undefined ? {} : { cookie } }) as Request;

/** The cookie that a sign-in leaves. */
function remembered(login: string, request = asking()): string {
  const cookie = jest.fn();
  devices().remember(request, { cookie } as unknown as Response, login);
  const [name, value] = cookie.mock.calls[0] as [string, string];
  return `${name}=${value}`;
}

describe('a device', () => {
  it('is known to the login that signed in from it, in whatever case, and to no other', () => {
    const cookie = remembered('ann');
    expect(devices().deviceOf(asking(cookie), 'Ann')).toEqual(expect.stringMatching(/^[\w-]{24}$/));
    expect(devices().deviceOf(asking(cookie), 'bob')).toBeNull();
    expect(devices().deviceOf(asking(), 'ann')).toBeNull();
  });

  it('keeps its id when the login signs in again', () => {
    const first = remembered('ann');
    const second = remembered('ann', asking(first));
    expect(devices().deviceOf(asking(second), 'ann')).toBe(devices().deviceOf(asking(first), 'ann'));
  });

  it.each([
    ['a changed id', (value: string) => `x${value}`],
    ['a later end', (value: string) => value.replace(/\.(\d)/, '.9$1')],
    ['a changed signature', (value: string) => value.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['no signature', (value: string) => value.replace(/\.[^.]+$/, '')],
  ])('with %s is unknown', (_what, change) => {
    const [name, value = ''] = remembered('ann').split('=');
    expect(devices().deviceOf(asking(`${name}=${change(value)}`), 'ann')).toBeNull();
  });

  it('is forgotten after half a year', () => {
    const cookie = remembered('ann');
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 181 * 86_400_000);
    expect(devices().deviceOf(asking(cookie), 'ann')).toBeNull();
    now.mockRestore();
  });

  it('stays known while the secret rotates', () => {
    const cookie = remembered('ann');
    expect(devices(`${NEW},${OLD}`).deviceOf(asking(cookie), 'ann')).not.toBeNull();
    expect(devices(NEW).deviceOf(asking(cookie), 'ann')).toBeNull();
  });
});
