/**
 * Every machine code the server answers with; `http` maps each one to a status, so a forgotten code does not compile.
 */
export type ErrorCode =
  | 'active_project_required'
  | 'conflict'
  | 'connector_not_configured'
  | 'csrf_invalid'
  | 'data_leaving'
  | 'expectation_failed'
  | 'forbidden'
  | 'headers_too_large'
  | 'idempotency_key_in_use'
  | 'idempotency_key_reused'
  | 'identity_provider_unavailable'
  | 'identity_refused'
  | 'identity_unknown'
  | 'internal_error'
  | 'invalid_credentials'
  | 'invalid_json'
  | 'invalid_transition'
  | 'job_abandoned'
  | 'job_cancelled'
  | 'job_timeout'
  | 'method_not_allowed'
  | 'not_found'
  | 'password_change_required'
  | 'payload_too_large'
  | 'precondition_failed'
  | 'project_not_found'
  | 'provider_not_configured'
  | 'rate_limited'
  | 'reauthentication_required'
  | 'second_factor_required'
  | 'second_factor_setup_required'
  | 'secrets_key_missing'
  | 'service_unavailable'
  | 'sign_in_stale'
  | 'unauthorized'
  | 'unsupported_media_type'
  | 'validation_failed'
  | 'vendor_failed';

export interface FieldProblem {
  path: string;
  problem: string;
}

/** What a failure may carry beside its text: problems of fields, or named facts such as `job_run_id`. */
export type ErrorDetails = FieldProblem[] | Record<string, unknown>;

/** A failure the caller is meant to understand: `message` says what happened and what to do about it. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: ErrorDetails,
    options?: { cause?: unknown; retryAfterSeconds?: number },
  ) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }

  /** Seconds after which a repeat may succeed, when that is known. */
  readonly retryAfterSeconds: number | undefined;
}

/** The text of anything thrown, for logs and stored errors; never its stack. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
