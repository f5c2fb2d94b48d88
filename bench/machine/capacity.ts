/** Bytes in the database, of each with its indexes. */
export interface Bytes {
  /** A chunk with its vector, without the vector index. */
  chunk: number;
  /** A chunk's place in the vector index. */
  index: number;
  message: number;
  /** An event of a project. */
  event: number;
  /** An event that tells of a run. */
  process: number;
  run: number;
  /** A project's day: its snapshot, and the signals, scores and forecasts of it. */
  day: number;
  signature: number;
}

/** What a project brings. */
export interface Project {
  messages_a_day: number;
  /** How long it goes on. */
  days: number;
  chunks_of_a_message: number;
  events_of_a_message: number;
  /** What the schedule runs for it. */
  runs_a_day: number;
  /** How long runs, and the events that tell of them, are kept. */
  run_days: number;
  process_days: number;
}

/** For what a machine is enough. */
export interface Capacity {
  /** Gibibytes for what is read again and again. */
  cache_gib: number;
  /** With nothing else on it. */
  chunks: number;
  /** With nothing else on it. */
  events: number;
  /** Such as the project that was given. */
  projects: number;
  /** Gibibytes that these take on disk. */
  disk_gib: number;
}

const GIB = 2 ** 30;
/** The system, an api and a worker, with room for a first sync. */
const KEPT_GIB = 1;
/**
 * Of the rest: what PostgreSQL's buffers and the system's cache hold, beside connections that sort and build indexes.
 */
const CACHE_SHARE = 0.75;
/** Tables have as many dead rows when autovacuum comes: its `autovacuum_vacuum_scale_factor` by default. */
const DEAD = 0.2;
/** A project's signatures: of three windows each week. */
const SIGNATURES_A_DAY = 3 / 7;
/** Two events tell of a run. */
const EVENTS_OF_A_RUN = 2;

/**
 * For how much a machine with so much memory is enough, so that what requests read is in memory and disks are read only
 * for the past. Rows count with the dead ones beside them.
 */
export function capacityOf(memoryGib: number, bytes: Bytes, project: Project): Capacity {
  const cache_gib = Math.max(0, memoryGib - KEPT_GIB) * CACHE_SHARE;
  const fits = (one: number) => Math.floor((cache_gib * GIB) / (one * (1 + DEAD)));
  const projects = fits(readOften(bytes, project));
  return {
    cache_gib,
    chunks: fits(bytes.chunk + bytes.index),
    events: fits(bytes.event),
    projects,
    disk_gib: (projects * onDisk(bytes, project) * (1 + DEAD)) / GIB,
  };
}

/** Bytes of a project that searches, refreshes and pages read: chunks, events and its days. */
export function readOften(bytes: Bytes, project: Project): number {
  const messages = project.messages_a_day * project.days;
  return (
    messages * project.chunks_of_a_message * (bytes.chunk + bytes.index) +
    messages * project.events_of_a_message * bytes.event +
    project.days * (bytes.day + SIGNATURES_A_DAY * bytes.signature)
  );
}

/** All bytes of a project: beside those its messages, its runs and what tells of them. */
export function onDisk(bytes: Bytes, project: Project): number {
  const { runs_a_day, run_days, process_days, days } = project;
  return (
    readOften(bytes, project) +
    project.messages_a_day * days * bytes.message +
    runs_a_day * Math.min(days, run_days) * bytes.run +
    runs_a_day * Math.min(days, process_days) * EVENTS_OF_A_RUN * bytes.process
  );
}
