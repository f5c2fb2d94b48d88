/** What a process event tells beside its type: which process, which run of it, and how it went. */
export interface ProcessNote {
  process: string;
  run_id: string;
  duration_ms?: number;
  counters?: Record<string, unknown>;
  error?: { code: string; message: string };
  warning?: string;
  details?: Record<string, unknown>;
}

interface ProcessEventKind {
  when: string;
  /** Keys of its payload beside `process` and `run_id`; those in `maybe` are there where there is something to tell. */
  tells: readonly (keyof ProcessNote)[];
  maybe: readonly (keyof ProcessNote)[];
}

/** Every type of event about the server's own work. Each is of the source and the actor `system`. */
export const PROCESS_EVENT_KINDS = {
  process_started: {
    when: 'an attempt of a run begins, or a step of the daily pipeline',
    tells: [],
    maybe: [],
  },
  process_finished: {
    when: 'it ended well',
    tells: ['duration_ms', 'counters'],
    maybe: [],
  },
  process_failed: {
    when: 'it failed for good, was cancelled, or its worker is gone',
    tells: [],
    maybe: ['duration_ms', 'error'],
  },
  process_warning: {
    when: 'it ended, and left something out or met something that a person should know',
    tells: ['warning'],
    maybe: ['details'],
  },
} as const satisfies Readonly<Record<string, ProcessEventKind>>;

export type ProcessEventType = keyof typeof PROCESS_EVENT_KINDS;

/** What each key of a process event's payload holds. */
export const PROCESS_NOTE: Readonly<Record<keyof ProcessNote, string>> = {
  process: 'the job type, or the pipeline and its step: `kag_daily_pipeline_signals`',
  run_id: 'id of the job run, as in `GET /jobs/runs/{id}`',
  duration_ms: 'how long the attempt took, in milliseconds',
  counters: 'the numbers of its result',
  error: '`code` and `message` of the failure',
  warning: 'what it warns of, as a sentence',
  details: 'what the warning is about',
};

/** An event about the server's own work. `step` tells repeated events of one run apart. */
export interface ProcessEvent {
  project_id: string;
  type: ProcessEventType;
  at: Date;
  step: string;
  note: ProcessNote;
}
