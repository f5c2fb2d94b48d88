import type { Sandbox } from '../sandbox/sandbox.js';
import type { ApiClient } from './api-client.js';

export const CONNECTORS = ['chatwoot', 'linear', 'attio'] as const;
export type Connector = (typeof CONNECTORS)[number];

/** What a project is made of: its name, and where its records come from. */
export interface DemoClient {
  key: string;
  name: string;
  bindings: Record<Connector, { external_id: string; filter: Record<string, (string | number)[]> }>;
}

export interface DemoProject extends DemoClient {
  id: string;
}

/** The agency's clients; or, where the sandbox has none, one who is given all there is. */
export function clientsOf({ agency, world, linear, attio }: Sandbox): readonly DemoClient[] {
  if (agency) return agency.clients;
  const all = (external_id: string) => ({ external_id, filter: {} });
  const bindings = {
    chatwoot: all(String(world.accountId)),
    linear: all(linear.organization.id),
    attio: all(attio.schema.workspaceId),
  };
  return [{ key: 'all', name: 'Demo', bindings }];
}

/** Makes a project of each client, bound to its part of every vendor with a token of its own. */
export async function makeProjects(api: ApiClient, clients: readonly DemoClient[]): Promise<DemoProject[]> {
  const projects: DemoProject[] = [];
  for (const client of clients) {
    const { project } = await api.call<{ project: { id: string } }>('POST', '/projects', { name: client.name });
    for (const connector of CONNECTORS) {
      await api.call('PUT', `/projects/${project.id}/sources/${connector}`, {
        ...client.bindings[connector],
        credentials: { api_token: 'sandbox' },
      });
    }
    projects.push({ ...client, id: project.id });
  }
  return projects;
}
