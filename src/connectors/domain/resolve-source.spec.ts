import { describe, expect, it } from '@jest/globals';
import type { OpenSource } from '../../projects/index.js';
import { isLacking, resolveSource, type EnvironmentSource } from './resolve-source.js';

const VARIABLES = { externalId: 'V_ACCOUNT', apiToken: 'V_TOKEN' };
const ENVIRONMENT: EnvironmentSource = { externalId: '1', apiToken: 'env', variables: VARIABLES };
const own = (externalId: string | null, apiToken: string | null): OpenSource => ({ externalId, filter: {}, apiToken });
interface Elsewhere {
  environment: EnvironmentSource;
  serves: boolean;
  key: string | null;
}
const resolve = (
  source: OpenSource | null,
  { environment = ENVIRONMENT, serves = true, key = 'default' }: Partial<Elsewhere> = {},
) => {
  const found = resolveSource('vendor', environment, source, { serves, key });
  return isLacking(found) ? [found.reason, ...found.missing] : [found.externalId, found.apiToken, found.token];
};

describe('the credentials of the environment', () => {
  it('serve projects of their scope, for the account that they are of', () => {
    expect(resolve(null)).toEqual(['1', 'env', 'environment']);
    expect(resolve(own(null, null))).toEqual(['1', 'env', 'environment']);
    expect(resolve(own('1', null))).toEqual(['1', 'env', 'environment']);
  });

  it('serve no other account', () => {
    expect(resolve(own('2', null))).toEqual(['other_account', 'credentials.api_token']);
    expect(resolve(own('2', 'mine'))).toEqual(['2', 'mine', 'project']);
  });

  it('serve any name of an account where the environment has none: the vendor compares it with the token', () => {
    const environment = { ...ENVIRONMENT, externalId: null, externalIdOptional: true };
    expect(resolve(own('acme', null), { environment })).toEqual(['acme', 'env', 'environment']);
  });

  it('serve no project of another scope, and none at all where they belong to none', () => {
    for (const key of ['default', null]) {
      const elsewhere = { serves: false, key };
      expect(resolve(null, elsewhere)).toEqual(['other_scope', 'credentials.api_token', 'external_id']);
      expect(resolve(own('1', null), elsewhere)).toEqual(['other_scope', 'credentials.api_token']);
      expect(resolve(own(null, 'mine'), elsewhere)).toEqual(['other_scope', 'external_id']);
      expect(resolve(own('2', 'mine'), elsewhere)).toEqual(['2', 'mine', 'project']);
    }
  });

  it('name themselves where they are missing', () => {
    const environment = { ...ENVIRONMENT, externalId: null, apiToken: null };
    expect(resolve(null, { environment })).toEqual(['unset', 'V_TOKEN', 'V_ACCOUNT']);
  });

  it('are unused where there are none, and the project has no source of its own', () => {
    const nothing = { ...ENVIRONMENT, externalId: null, apiToken: null };
    const unused = (source: OpenSource | null, environment: EnvironmentSource, serves = true) =>
      'unused' in resolveSource('vendor', environment, source, { serves, key: 'default' });
    expect([unused(null, nothing), unused(null, nothing, false)]).toEqual([true, true]);
    expect(unused(own(null, null), nothing)).toBe(false);
    expect(unused(null, { ...nothing, apiToken: 'env' })).toBe(false);
    expect(unused(null, { ...nothing, externalId: '1' })).toBe(false);
    expect(unused(null, ENVIRONMENT, false)).toBe(false);
  });
});
