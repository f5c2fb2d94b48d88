import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LoggerService } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Config } from '../config/index.js';
import { errorFields } from './error-fields.js';
import { currentContext } from './request-context.js';

/**
 * The process's logger: JSON lines in production, readable ones in development. Stamps the request being served.
 * `destination`: where JSON lines go instead of standard output.
 */
export function createLogger(
  config: Pick<Config, 'LOG_LEVEL' | 'production'>,
  destination?: DestinationStream,
): Logger {
  const options: LoggerOptions = {
    level: config.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: errorFields },
    mixin: () => {
      const context = currentContext();
      return context ? { request_id: context.requestId } : {};
    },
  };
  if (destination) return pino(options, destination);
  if (config.production) return pino(options);
  return pino({
    ...options,
    transport: { target: 'pino-pretty', options: { singleLine: true, ignore: 'pid,hostname' } },
  });
}

/** One line per request: never its query, body, headers or cookies, which may hold tokens and people's words. */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    serializers: { req: () => undefined, res: () => undefined },
    customSuccessObject: (request, response, { responseTime }: Timed) => requestLine(request, response, responseTime),
    customErrorObject: (request, response, _error, { responseTime }: Timed) =>
      requestLine(request, response, responseTime),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request failed',
    autoLogging: { ignore: (request) => /^\/(?:v1\/)?(?:health|metrics)/.test(request.url ?? '') },
  }) as RequestHandler;
}

interface Timed {
  responseTime: number;
}

function requestLine(request: IncomingMessage, response: ServerResponse, duration: number) {
  return {
    // Of a request that was broken off, the logger itself does not know it any more.
    request_id: String(response.getHeader('x-request-id')),
    method: request.method,
    path: request.url?.split('?', 1)[0],
    status: response.statusCode,
    duration_ms: duration,
  };
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
    const fields = message instanceof Error ? { err: message } : typeof message === 'object' ? message : {};
    const words = [...(typeof message === 'string' ? [message] : []), ...between].join(' ');
    this.logger[level]({ ...fields, ...(typeof context === 'string' ? { context } : {}) }, words);
  }
}
