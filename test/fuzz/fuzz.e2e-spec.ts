import { afterAll, beforeAll, expect, it } from '@jest/globals';
import Table from 'cli-table3';
import { seededRandom } from '../../sandbox/random.js';
import { OPERATIONS } from './operations.js';
import { fuzzRequests, type FuzzRequest } from './requests.js';
import { twoTenants, type TwoTenants } from './two-tenants.js';

const wanted = process.env['FUZZ_REQUESTS'];
const COUNT = Number(wanted ?? 300);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
/** No request waits for longer than a run may be waited for: a stream that does is a fault. */
const DEADLINE_MS = 70_000;
/** Who is signed out, or counted as somebody who guesses passwords, would be so for all that follows. */
const AS_VISITOR = ['logIn', 'logOut'];

let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await twoTenants();
});
afterAll(() => tenants?.close());

interface Answered {
  operation: string;
  status: number;
  /** What is wrong with the answer; null: nothing is. */
  fault: string | null;
}

it('answers generated requests with what the document says, and with nothing of another scope', async () => {
  const random = seededRandom(SEED);
  const answered: Answered[] = [];
  for (const request of fuzzRequests(COUNT, SEED, tenants.ids)) {
    const who = random.pick(tenants.people);
    const asVisitor = AS_VISITOR.includes(request.operation.id) || random.next() < 0.05;
    const answer = await send(request, asVisitor ? tenants.visitor : who.client);
    answered.push(answer);
    // Somebody may have been signed out by somebody else, with full right.
    if (answer.status === 401 && !asVisitor) who.client = await who.signIn();
  }
  if (wanted !== undefined) process.stdout.write(`${tableOf(answered)}\n`);
  expect(answered.flatMap(({ fault }) => fault ?? []).slice(0, 20)).toEqual([]);
  // Else the requests would be refused at the door, and nothing behind it would be tried.
  expect(answered.filter(({ status }) => status < 300).length).toBeGreaterThan(COUNT / 10);
});

async function send({ operation, path, headers, body }: FuzzRequest, client: TwoTenants['visitor']): Promise<Answered> {
  const described = (fault: string) =>
    `${operation.method.toUpperCase()} ${path.slice(0, 300)} ${JSON.stringify(headers)} ${body?.slice(0, 300) ?? ''}\n  ${fault}`;
  const sent = client.send(operation.method, path).set(headers).timeout(DEADLINE_MS);
  let status = 0;
  let text = '';
  sent.on('response', (response) => {
    status = response.status;
    text = response.text ?? '';
  });
  try {
    await (body === null ? sent : sent.send(body).serialize((raw: unknown) => raw as string));
  } catch (error) {
    return { operation: operation.id, status, fault: described((error as Error).message) };
  }
  const leaked = tenants.secrets.filter((secret) => text.includes(secret));
  const fault =
    status === 500
      ? `answered 500: ${text}`
      : leaked.length > 0
        ? `tells of another scope: ${leaked.join(', ')}`
        : null;
  return { operation: operation.id, status, fault: fault === null ? null : described(fault) };
}

/** How often each operation answered with what. */
function tableOf(answered: readonly Answered[]): string {
  const statuses = [...new Set(answered.map(({ status }) => status))].sort((a, b) => a - b);
  const table = new Table({
    head: ['operation', 'requests', ...statuses.map(String), 'faults'],
    style: { head: [], border: [] },
  });
  for (const { id } of OPERATIONS) {
    const own = answered.filter(({ operation }) => operation === id);
    const counts = statuses.map((status) => own.filter((one) => one.status === status).length || '');
    table.push([id, own.length, ...counts, own.filter(({ fault }) => fault !== null).length || '']);
  }
  return table.toString();
}
