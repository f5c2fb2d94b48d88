import type { Diagnosis } from './diagnosis.js';

/** What several projects suffer from, where each of them should begin. */
export interface CommonCause {
  check: string;
  title: string;
  status: 'warn' | 'fail';
  projects: { id: string; name: string }[];
}

/** The first causes of these projects: failures before warnings, then by how many projects have them. */
export function commonCauses(diagnoses: readonly Pick<Diagnosis, 'project' | 'verdict'>[]): CommonCause[] {
  const causes = new Map<string, CommonCause>();
  for (const { project, verdict } of diagnoses) {
    if (!verdict.first_cause) continue;
    const { check, title, status } = verdict.first_cause;
    const key = `${status} ${check}`;
    const cause = causes.get(key) ?? { check, title, status, projects: [] };
    cause.projects.push(project);
    causes.set(key, cause);
  }
  return [...causes.values()].sort(
    (a, b) =>
      Number(b.status === 'fail') - Number(a.status === 'fail') ||
      b.projects.length - a.projects.length ||
      (a.check < b.check ? -1 : 1),
  );
}
