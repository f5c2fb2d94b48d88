import type { Answer, Json } from '../client.js';
import { SandboxClient } from '../client.js';
import type { Sandbox } from '../sandbox.js';

/** A bare client for the sandbox's own specs. */
export class LinearClient {
  private readonly http: SandboxClient;

  constructor(
    sandbox: Sandbox,
    private readonly key = 'lin_api_any',
  ) {
    this.http = new SandboxClient(sandbox);
  }

  query(query: string, variables: object = {}, headers: object = {}): Promise<Answer> {
    return this.http.request('/graphql', {
      method: 'POST',
      headers: { authorization: this.key, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
  }

  /** @returns `data` of an answer without errors */
  async data(query: string, variables: object = {}): Promise<Json> {
    const { status, body } = await this.query(query, variables);
    if (status !== 200 || body.errors) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body.data;
  }

  /** All nodes of a root list, page by page. `args` stand in the list's brackets. */
  async all(
    field: string,
    selection: string,
    args = 'includeArchived: true',
    betweenPages?: () => void,
  ): Promise<Json[]> {
    const nodes: Json[] = [];
    for (let after: string | null = null; ; betweenPages?.()) {
      const list = `${field}(first: 20, after: $after, ${args})`;
      const text = `query All($after: String) { ${list} { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
      const page: Json = (await this.data(text, { after }))[field];
      nodes.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return nodes;
      after = page.pageInfo.endCursor;
    }
  }
}
