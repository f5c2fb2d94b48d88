/** What a server needs to read the sandbox's Chatwoot as fast as it answers. */
export function chatwootVariables(sandboxUrl: string): Record<string, string> {
  return {
    CHATWOOT_BASE_URL: sandboxUrl,
    CHATWOOT_API_TOKEN: 'scenario',
    CHATWOOT_ACCOUNT_ID: '1',
    CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
  };
}
