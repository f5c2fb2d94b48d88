import { makeCounterProvider } from '@willsoto/nestjs-prometheus';

export const PROCESS_EVENTS = 'kag_process_events_total';

export const processEventsProvider = makeCounterProvider({
  name: PROCESS_EVENTS,
  help: 'Events about the server’s own work that this process wrote, by process and type',
  labelNames: ['process', 'event_type'],
});
