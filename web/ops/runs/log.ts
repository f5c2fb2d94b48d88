import type { ProjectEvent } from '../../client/published.js';
import type { Format } from '../../shared/format.js';
import type { Tone } from '../models/tone.js';
import type { Texts } from '../texts/index.js';

/** An event that a run has written about itself. */
export interface LogEvent extends Pick<ProjectEvent, 'id' | 'event_type' | 'occurred_at'> {
  payload_json: {
    process?: string;
    duration_ms?: number;
    counters?: Record<string, unknown>;
    error?: { code: string; message: string };
    warning?: string;
    details?: Record<string, unknown>;
  };
}

export interface LogLine {
  id: string;
  time: string;
  tone: Tone;
  /** Of which process it is, where that is not the job itself. */
  of: string | null;
  text: string;
  /** What the server says of it, in English. */
  said: string | null;
  details: string | null;
}

/**
 * What a run has done, oldest first.
 * @param job its type
 * @param events newest first, as they come
 */
export function logLines(job: string, events: readonly LogEvent[], texts: Texts, format: Format): LogLine[] {
  const { log: words } = texts.runs;
  const line = ({ id, occurred_at, event_type, payload_json }: LogEvent): LogLine => {
    const { process, duration_ms, counters, error, warning, details } = payload_json;
    const took = duration_ms === undefined ? '' : ` ${words.took(format.lasting(Math.max(1, duration_ms / 1000)))}`;
    const made = { id, time: format.time(occurred_at), of: process === job ? null : (process ?? null) };
    switch (event_type) {
      case 'process_started':
        return { ...made, tone: 'open', text: words.started, said: null, details: null };
      case 'process_finished':
        return { ...made, tone: 'good', text: `${words.finished}${took}`, said: null, details: shown(counters) };
      case 'process_failed':
        return { ...made, tone: 'bad', text: `${words.failed}${took}`, said: error?.message ?? null, details: null };
      default:
        return { ...made, tone: 'warning', text: words.warned, said: warning ?? null, details: shown(details) };
    }
  };
  return events.map(line).reverse();
}

const shown = (value: Record<string, unknown> | undefined): string | null =>
  value === undefined || Object.keys(value).length === 0 ? null : JSON.stringify(value, null, 2);
