import { expect } from '@jest/globals';
import type { Check, Diagnosis, RemedyStep } from '../../src/ops/index.js';
import type { Client } from './client.js';

/** What a step needs beside this API: environments and commands are the operator's to give and to run. */
export interface Operator {
  /** What stands for the secrets in angle brackets. */
  secrets?: Record<string, string>;
  /** Restarts the server with these variables; the client of the new one. */
  restart?(set: Record<string, string>): Promise<Client>;
  run?(command: string): Promise<unknown>;
}

/** The diagnosis of the client's project. */
export async function diagnosisOf(client: Client, projectId: string, query = ''): Promise<Diagnosis> {
  const answer = await client.get(`/ops/diagnosis?project_id=${projectId}${query}`);
  expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
  return answer.body as Diagnosis;
}

/** A check of a diagnosis, by its id. */
export function checkOf(diagnosis: Diagnosis, id: string): Check {
  const found = diagnosis.sections.flatMap(({ checks }) => checks).find((check) => check.id === id);
  if (!found) throw new Error(`there is no check ${id}`);
  return found;
}

/** What no step heals: pgvector's age is the machine's, and what a day's runs said passes with the day. */
const PASSING = new Set(['pgvector', 'pipeline_warnings', 'process_failed_ratio', 'process_warning_ratio']);

/** Ids of what is not well and can be healed. */
export const troubles = (diagnosis: Diagnosis): string[] =>
  diagnosis.sections
    .flatMap(({ checks }) => checks)
    .filter(({ status, id }) => (status === 'warn' || status === 'fail') && !PASSING.has(id))
    .map(({ id }) => id);

/** Takes the steps of a remedy in their order, each as it is given; advice is nothing to take. */
export async function take(client: Client, steps: readonly RemedyStep[], operator: Operator = {}): Promise<Client> {
  let current = client;
  for (const { method, path, body, set, run, note } of steps) {
    if (set !== null) {
      if (!operator.restart) throw new Error(`nobody restarts the server: ${note}`);
      current = await operator.restart(JSON.parse(filled(set, operator)) as Record<string, string>);
    } else if (run !== null) {
      if (!operator.run) throw new Error(`nobody runs ${run}`);
      await operator.run(run);
    } else if (method !== null && path !== null) {
      const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch';
      const sent = body === null ? undefined : (JSON.parse(filled(body, operator)) as object);
      const answer = await current.send(verb, path, sent).set('prefer', 'wait=55');
      expect([method, path, answer.status, answer.body.detail]).toEqual([method, path, 200, undefined]);
    }
  }
  return current;
}

/** Its JSON with the operator's secrets in place of those in angle brackets. */
function filled(value: object, { secrets = {} }: Operator): string {
  return JSON.stringify(value).replace(/<([^<>"]+)>/g, (_all, name: string) => {
    const secret = secrets[name];
    if (secret === undefined) throw new Error(`nobody knows <${name}>`);
    return secret;
  });
}
