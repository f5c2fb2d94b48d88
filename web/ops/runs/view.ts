/** Which runs are shown; the project is the page's. */
export interface View {
  /** Of all projects, not of the chosen one only. */
  all: boolean;
  /** A job type; empty: any. */
  job: string;
  /** A status; empty: any. */
  state: State | '';
}

export const STATES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type State = (typeof STATES)[number];

const JOB = /^[a-z0-9_]{1,64}$/;

/** What an address asks for; what it has that is not known is left out. */
export function readView(search: string): View {
  const asked = new URLSearchParams(search);
  const job = asked.get('job') ?? '';
  return {
    all: asked.get('all') === 'true',
    job: JOB.test(job) ? job : '',
    state: STATES.find((state) => state === asked.get('state')) ?? '',
  };
}

/** The query that asks for the view beside the project, which stays. */
export function searchOf({ all, job, state }: View, search: string): string {
  const query = new URLSearchParams(search);
  const said = { all: all ? 'true' : '', job, state };
  for (const [key, value] of Object.entries(said)) {
    if (value === '') query.delete(key);
    else query.set(key, value);
  }
  return query.toString();
}
