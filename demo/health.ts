import type { ApiClient } from './api-client.js';
import type { DemoProject } from './clients.js';
import { paragraph } from './layout.js';

interface Diagnosis {
  sections: { checks: { title: string; status: string; observed: string }[] }[];
}

/** What the diagnosis finds wrong of a project. */
export interface Health {
  project: string;
  wrong: { title: string; observed: string }[];
}

export async function readHealth(api: ApiClient, project: DemoProject): Promise<Health> {
  const { sections } = await api.call<Diagnosis>('GET', `/ops/diagnosis?project_id=${project.id}`);
  const wrong = sections.flatMap(({ checks }) => checks.filter(({ status }) => status === 'warn' || status === 'fail'));
  return { project: project.name, wrong };
}

/** How many projects are well, and what is wrong with the others. */
export function healthText(healths: readonly Health[]): string {
  const ill = healths.filter(({ wrong }) => wrong.length > 0);
  return [
    `Every check is well for ${healths.length - ill.length} of ${healths.length} projects.`,
    ...ill.flatMap(({ project, wrong }) => [
      ...paragraph(project, 0),
      ...wrong.flatMap(({ title, observed }) => paragraph(`${title}: ${observed}`, 3)),
    ]),
  ].join('\n');
}
