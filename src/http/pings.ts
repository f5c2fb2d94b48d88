import type { MessageEvent } from '@nestjs/common';
import { interval, map, type Observable } from 'rxjs';

const EVERY_MS = 15_000;

/** Pings of an event stream. Proxies close silent connections; a ping keeps them open. */
export const pings = (): Observable<MessageEvent> => interval(EVERY_MS).pipe(map(() => ({ type: 'ping', data: '' })));
