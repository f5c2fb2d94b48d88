import type { LoggerService } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { pino, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Config } from '../config/index.js';
import { currentContext } from './request-context.js';

/** The process's logger: JSON lines in production, readable ones in development. Stamps the request being served. */
export function createLogger(config: Pick<Config, 'LOG_LEVEL' | 'production'>): Logger {
  return pino({
    level: config.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => {
      const context = currentContext();
      return context ? { request_id: context.requestId } : {};
    },
    ...(config.production
      ? {}
      : { transport: { target: 'pino-pretty', options: { singleLine: true, ignore: 'pid,hostname' } } }),
  });
}

/** One line per request: never its query, body, headers or cookies, which may hold tokens and people's words. */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    serializers: { req: () => undefined, res: () => undefined },
    customSuccessObject: (request, response) => ({ ...requestLine(request), status: response.statusCode }),
    customErrorObject: (request, response) => ({ ...requestLine(request), status: response.statusCode }),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request failed',
    autoLogging: { ignore: (request) => /^\/(?:v1\/)?(?:health|metrics)/.test(request.url ?? '') },
  }) as RequestHandler;
}

function requestLine(request: { method?: string | undefined; url?: string | undefined }) {
  return { method: request.method, path: request.url?.split('?', 1)[0] };
}

/** Contexts in which Nest names every module and route it finds: of use when one is missing, noise otherwise. */
const STARTUP_DETAIL = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** Lets Nest's own lines go through the same logger; an object as message becomes fields of the line. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(STARTUP_DETAIL.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes the context's name last; between it and the message stand a text or a stack. */
  private write(
    level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.at(-1);
    const between = rest.slice(0, -1).filter((part) => typeof part === 'string');
    const fields = typeof message === 'object' && message !== null ? message : {};
    const words = [...(typeof message === 'string' ? [message] : []), ...between].join(' ');
    this.logger[level]({ ...fields, ...(typeof context === 'string' ? { context } : {}) }, words);
  }
}
