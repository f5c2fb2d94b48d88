import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AttioClient } from './attio/client.js';
import { SandboxClient } from './client.js';
import { LinearClient } from './linear/linear-client.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const CREATE = `mutation Create($input: IssueCreateInput!) {
  issueCreate(input: $input) { success issue { id identifier title description state { type } } }
}`;

describe('what vendors take from clients', () => {
  let sandbox: Sandbox;
  let linear: LinearClient;
  let attio: AttioClient;

  beforeAll(async () => {
    sandbox = await startSandbox();
    linear = new LinearClient(sandbox);
    attio = new AttioClient(sandbox);
  });
  afterEach(() => sandbox.faults.clear());
  afterAll(() => sandbox.close());

  const team = () => sandbox.linear.snapshot().teams[0]!.id;

  it('makes an issue with the client’s own id, and no second one of it', async () => {
    const input = { id: randomUUID(), teamId: team(), title: 'Call', description: 'Today' };
    const { issueCreate } = await linear.data(CREATE, { input });
    expect(issueCreate).toMatchObject({
      success: true,
      issue: { id: input.id, title: 'Call', state: { type: 'backlog' } },
    });
    const again = await linear.query(CREATE, { input });
    expect([again.status, again.body.data]).toEqual([200, null]);
    expect(again.body.errors[0].extensions).toMatchObject({ code: 'INPUT_ERROR', type: 'invalid input' });
    expect(sandbox.linear.snapshot().issues.filter(({ title }) => title === 'Call')).toHaveLength(1);
  });

  it.each([
    [{ teamId: randomUUID(), title: 'x' }, 'Entity not found: Team'],
    [{ title: ' ' }, 'title should not be empty'],
    [{ id: 'mine', title: 'x' }, 'id must be a UUID'],
  ])('refuses the issue %j', async (given, message) => {
    const answer = await linear.query(CREATE, { input: { teamId: team(), ...given } });
    expect(answer.body.errors[0].message).toBe(message);
  });

  it('checks what it is given against its schema', async () => {
    const unknown = await linear.query(CREATE, { input: { teamId: team(), title: 'x', nonsense: 1 } });
    expect(unknown.status).toBe(400);
    const missing = await linear.query(CREATE, { input: { title: 'x' } });
    expect(missing.status).toBe(400);
  });

  it('makes a note of a record, and shows it among the record’s notes', async () => {
    const record = sandbox.attio.tables.recordsOf('deals')[0]!.id;
    const data = {
      parent_object: 'deals',
      parent_record_id: record,
      title: 'Call',
      format: 'plaintext',
      content: 'Today',
    };
    const post = (body: object) => attio.post('/notes', body);
    const made = await post({ data });
    expect([made.status, made.body.data.content_plaintext]).toEqual([200, 'Today']);
    const listed = await attio.get(`/notes?parent_object=deals&parent_record_id=${record}&limit=50`);
    expect(listed.body.data).toContainEqual(made.body.data);
    expect((await post({})).body).toMatchObject({ status_code: 400, code: 'validation_type' });
    expect((await post({ data: { ...data, title: '' } })).status).toBe(400);
    expect((await post({ data: { ...data, format: 'html' } })).status).toBe(400);
    expect((await post({ data: { ...data, parent_record_id: randomUUID() } })).status).toBe(404);
    expect((await post({ data: { ...data, content: 'x'.repeat(100_001) } })).status).toBe(413);
  });

  it('does what it is asked before a fault takes the answer away', async () => {
    const client = new SandboxClient(sandbox);
    const [conversation] = sandbox.world.snapshot().conversations;
    const path = `/conversations/${conversation!.id}/messages`;
    const count = () => sandbox.world.snapshot().messages.filter(({ content }) => content === 'Lost').length;
    const send = () => client.chatwoot(path, { method: 'POST', body: JSON.stringify({ content: 'Lost' }) });
    sandbox.faults.add({ kind: 'drop', times: 1, after: true });
    await expect(send()).rejects.toThrow();
    expect(count()).toBe(1);
    sandbox.faults.add({ kind: 'drop', times: 1 });
    await expect(send()).rejects.toThrow();
    expect(count()).toBe(1);
    sandbox.faults.add({ kind: 'status', status: 502, times: 1, after: true });
    expect((await send()).status).toBe(502);
    expect(count()).toBe(2);
  });
});
