/** Where a line of a digest leads, as a path on this server: what it says is shown there with its evidence. */
export const linkToProject = (projectId: string, part: 'lines' | 'risks' | 'advice'): string =>
  `/projects/${projectId}#${part}`;

/** @param status the statuses that the list shows: one that is put away is in no usual list */
export const linkToAdvice = (projectId: string, id: string, status: string): string =>
  `/inbox?project=${projectId}&status=${status}&open=${id}`;
