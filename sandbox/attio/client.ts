import { type Answer, type Json, SandboxClient } from '../client.js';
import type { Sandbox } from '../sandbox.js';

/** Attio's part of the sandbox, asked the way a mirror asks: one page after the other. */
export class AttioClient {
  private readonly client: SandboxClient;

  constructor(
    sandbox: Sandbox,
    private readonly authorization = 'Bearer any',
  ) {
    this.client = new SandboxClient(sandbox);
  }

  get(path: string): Promise<Answer> {
    return this.client.request(`/v2${path}`, { headers: { authorization: this.authorization } });
  }

  post(path: string, body?: unknown): Promise<Answer> {
    const headers = { authorization: this.authorization, 'content-type': 'application/json' };
    return this.client.request(`/v2${path}`, { method: 'POST', headers, body: JSON.stringify(body) ?? '' });
  }

  query(object: string, body: object = {}): Promise<Answer> {
    return this.post(`/objects/${object}/records/query`, body);
  }

  /** @returns the names of the records found, as text */
  async names(object: string, filter: object, sorts?: object[]): Promise<string[]> {
    const answer = await this.query(object, { filter, ...(sorts ? { sorts } : {}) });
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body.data.map((row: Json) => row.values.name[0].value ?? row.values.name[0].full_name);
  }

  /** Every record of an object, oldest first unless told otherwise; no sorts is an order of its own. */
  async scan(object: string, limit = 500, sorts: object[] = OLDEST_FIRST): Promise<Json[]> {
    return walk(limit, (offset) => this.query(object, { limit, offset, sorts }));
  }

  /** Every row of a list that is read by GET. */
  async list(path: string, limit: number): Promise<Json[]> {
    return walk(limit, (offset) => this.get(`${path}?limit=${limit}&offset=${offset}`));
  }
}

export const OLDEST_FIRST = [{ attribute: 'created_at', direction: 'asc' }];

async function walk(limit: number, page: (offset: number) => Promise<Answer>): Promise<Json[]> {
  const rows: Json[] = [];
  for (let offset = 0; ; offset += limit) {
    const { body } = await page(offset);
    rows.push(...body.data);
    if (body.data.length < limit) return rows;
  }
}
