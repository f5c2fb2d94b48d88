import type { RemedyStep } from './diagnosis.js';
import type { DiagnosisWords } from './wording.js';

const NOTHING = { method: null, path: null, body: null, set: null, run: null };

/** A request of this API. Routes of a project get its `project_id` when the diagnosis is put together. */
export function request(
  method: NonNullable<RemedyStep['method']>,
  path: string,
  note: string,
  body: Record<string, unknown> | null = null,
): RemedyStep {
  return { ...NOTHING, method, path, body, note };
}

/** Variables to set for every process of the server, which then has to be started again. */
export function setVariables({ say }: DiagnosisWords, set: Record<string, string>, note: string): RemedyStep {
  const names = Object.entries(set).map(([name, value]) => `${name}=${value}`);
  const todo = say(
    `Set ${names.join(' and ')}, then restart the server.`,
    `Задайте ${names.join(' и ')} и перезапустите сервер.`,
  );
  return { ...NOTHING, set, note: `${todo} ${note}`.trim() };
}

/** A command for people who can reach the server's machine or its database. */
export function command(run: string, note: string): RemedyStep {
  return { ...NOTHING, run, note };
}

/** Something only a person can do. */
export function advice(note: string): RemedyStep {
  return { ...NOTHING, note };
}

/** Says in the path which project is meant, so that the step acts on it also where its sender has selected another. */
export function forProject(step: RemedyStep, projectId: string): RemedyStep {
  if (step.path === null || /^\/(auth|projects|health|metrics)(\/|$)/.test(step.path)) return step;
  if (step.path.includes('project_id=')) return step;
  return { ...step, path: `${step.path}${step.path.includes('?') ? '&' : '?'}project_id=${projectId}` };
}
