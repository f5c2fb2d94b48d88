import { createHmac } from 'node:crypto';
import { uuidOf } from '../random.js';
import type { Changed, GithubWorld } from './world.js';

/** What GitHub sends of a change, signed. */
export function githubDelivery(world: GithubWorld, { event, repository, record }: Changed, secret: string) {
  const issue = world.shown(repository, record);
  const body = JSON.stringify({
    action: 'edited',
    issue,
    repository: { full_name: repository },
    sender: issue['user'],
  });
  const headers = {
    'x-github-event': event,
    'x-github-delivery': uuidOf(`${repository} ${String(record['id'])} ${String(record['updated_at'])}`),
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
  return { headers, body };
}
