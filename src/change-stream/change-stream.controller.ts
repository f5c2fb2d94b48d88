import { Controller, Headers, Sse, type MessageEvent } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { interval, map, merge, Observable, takeUntil } from 'rxjs';
import { AccessWatch } from '../auth/index.js';
import { Access, Limited, Operation, RawResponse, User, type Principal } from '../http/index.js';
import { CHANGE_EXAMPLE, presentChange } from './present-change.js';
import { ChangeStream } from './change-stream.service.js';
import { positionOf } from './domain/position.js';

/** Proxies close connections that are silent; a ping keeps them open. */
const PING_MS = 15_000;

@ApiTags('portfolio')
@Controller('events')
export class ChangeStreamController {
  constructor(
    private readonly stream: ChangeStream,
    private readonly access: AccessWatch,
  ) {}

  @Sse()
  @Access('viewer')
  @Limited('stream')
  @RawResponse('text/event-stream')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The id of the last event that came, after a broken connection: what changed since then comes first',
  })
  @Operation({
    id: 'followChanges',
    summary: 'What changes in the projects you reach, as server-sent events',
    description:
      'One stream for all projects. `open` comes first. `change` says which project and what: a `run` of a job that is ' +
      'queued, begins or ends, or a `record` that a person changed. It tells that something is another, not how it is now: ' +
      'read that with the routes about it. A change may come twice, and none is left out. `missed` comes instead where too ' +
      'much has changed since `Last-Event-ID`: read everything again. `ping` keeps the connection open. The stream ends ' +
      'when the session is over or the user’s roles change.',
    example: `id: ${positionOf(new Date(0))}\nevent: change\ndata: ${JSON.stringify(CHANGE_EXAMPLE)}\n\n`,
  })
  follow(@User() user: Principal, @Headers('last-event-id') last: string | undefined): Observable<MessageEvent> {
    const scopes = new Set(user.memberships.map((one) => one.account_scope_id));
    const changes = new Observable<MessageEvent>((client) => {
      const stop = new AbortController();
      void this.stream
        .follow(
          scopes,
          last ?? null,
          {
            open: (at) => client.next({ type: 'open', id: positionOf(at), data: '' }),
            hear: (changes) => {
              for (const change of changes)
                client.next({ type: 'change', id: positionOf(change.at), data: presentChange(change) });
            },
            missed: () => client.next({ type: 'missed', data: '' }),
          },
          stop.signal,
        )
        .catch((error: unknown) => client.error(error));
      return () => stop.abort();
    });
    const pings = interval(PING_MS).pipe(map(() => ({ type: 'ping', data: '' })));
    return merge(changes, pings).pipe(takeUntil(this.access.lost()));
  }
}
