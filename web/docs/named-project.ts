/** The project that a request's body names, be it an object or JSON text; null when it names none. */
export function projectInBody(body: unknown): string | null {
  const value = typeof body === 'string' ? parsed(body) : body;
  if (typeof value !== 'object' || value === null || !('project_id' in value)) return null;
  return typeof value.project_id === 'string' ? value.project_id : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
