import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AuditLog } from '../audit/index.js';
import { errorText, type AppError } from '../common/app-error.js';
import { Database } from '../database/index.js';
import { currentContext } from '../http/index.js';
import { PersonAudit } from './person-audit.js';

/** The same refusal of the same person is kept once in this time: a page that asks again and again fills no table. */
const SAME_FOR_MS = 60_000;
const LONGEST_PATH = 200;

/**
 * What people were refused that they are not allowed: in the log, and in the audit of the project or of their scopes.
 */
@Injectable()
export class Refusals {
  private readonly log = new Logger('access');
  private readonly noted = new LRUCache<string, true>({ max: 10_000, ttl: SAME_FOR_MS });

  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly person: PersonAudit,
  ) {}

  /**
   * What somebody sent that the server does not take: in the log, without a word of it: people send secrets as fields.
   */
  noteInput({ code, details }: AppError): void {
    const asked = currentContext();
    if (!asked) return;
    const path = asked.path.slice(0, LONGEST_PATH);
    const who = asked.user?.id ?? asked.address;
    const key = `${who} ${code} ${asked.method} ${path}`;
    if (this.noted.has(key)) return;
    this.noted.set(key, true);
    const fields = Array.isArray(details) ? details.length : 0;
    const { address, method } = asked;
    this.log.warn({ user_id: asked.user?.id ?? null, address, reason: code, method, path, fields }, 'input refused');
  }

  /**
   * Never rejects: the answer is the refusal, whether or not it could be kept. Where it is not known in which scope it
   * was, all scopes of the person read of it. They read `route` then: the path may name things of one of them.
   */
  async record({ code }: AppError, route: string): Promise<void> {
    const asked = currentContext();
    if (!asked?.user) return;
    const path = asked.path.slice(0, LONGEST_PATH);
    const key = `${asked.user.id} ${code} ${asked.method} ${path}`;
    if (this.noted.has(key)) return;
    this.noted.set(key, true);
    this.log.warn({ user_id: asked.user.id, reason: code, method: asked.method, path }, 'access refused');
    const after = { reason: code, method: asked.method, path: asked.project ? path : route };
    try {
      if (!asked.project) await this.person.record(this.database, asked.user, 'access.refuse', after);
      else
        await this.audit.record(this.database, {
          action: 'access.refuse',
          entity_type: 'user',
          entity_id: asked.user.id,
          after,
        });
    } catch (error) {
      this.log.error(`a refusal could not be kept: ${errorText(error)}`);
    }
  }
}
