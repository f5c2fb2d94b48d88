export type { Actor, EventSource, EvidenceRef, NewEvent } from './event.js';
export { EventLog, type ProcessEventType } from './event-log.service.js';
export { KagEventsModule } from './kag-events.module.js';
export { sentimentScore } from './domain/detect/sentiment.js';
