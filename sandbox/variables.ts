/** The variables by which a server reads the vendors of a sandbox, as fast as they answer. */
export const variablesOf = ({ url }: { url: string }): Record<string, string> => ({
  CHATWOOT_BASE_URL: url,
  LINEAR_BASE_URL: `${url}/graphql`,
  ATTIO_BASE_URL: url,
  GITHUB_BASE_URL: url,
  GITHUB_REQUESTS_PER_MINUTE: '1000000',
  CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
  LINEAR_REQUESTS_PER_MINUTE: '1000000',
  ATTIO_REQUESTS_PER_MINUTE: '1000000',
});
