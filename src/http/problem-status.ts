import type { ErrorCode } from '../common/app-error.js';

/** Status and title of every error code: a code that is missing here does not compile. */
export const PROBLEMS: Record<ErrorCode, { status: number; title: string }> = {
  active_project_required: { status: 409, title: 'Active project required' },
  conflict: { status: 409, title: 'Conflict' },
  connector_not_configured: { status: 503, title: 'Connector not configured' },
  csrf_invalid: { status: 403, title: 'CSRF token invalid' },
  data_leaving: { status: 503, title: 'Data is being removed' },
  expectation_failed: { status: 417, title: 'Expectation failed' },
  forbidden: { status: 403, title: 'Forbidden' },
  headers_too_large: { status: 431, title: 'Header fields too large' },
  idempotency_key_in_use: { status: 409, title: 'Idempotency key in use' },
  idempotency_key_reused: { status: 422, title: 'Idempotency key reused' },
  internal_error: { status: 500, title: 'Internal error' },
  invalid_credentials: { status: 401, title: 'Invalid credentials' },
  invalid_json: { status: 400, title: 'Invalid JSON' },
  invalid_transition: { status: 409, title: 'Invalid transition' },
  job_abandoned: { status: 500, title: 'Job abandoned' },
  job_cancelled: { status: 500, title: 'Job cancelled' },
  job_timeout: { status: 500, title: 'Job timed out' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  not_found: { status: 404, title: 'Not found' },
  password_change_required: { status: 403, title: 'Password change required' },
  payload_too_large: { status: 413, title: 'Payload too large' },
  project_not_found: { status: 404, title: 'Project not found' },
  provider_not_configured: { status: 503, title: 'Provider not configured' },
  rate_limited: { status: 429, title: 'Too many requests' },
  second_factor_required: { status: 401, title: 'Second factor required' },
  second_factor_setup_required: { status: 403, title: 'Second factor setup required' },
  secrets_key_missing: { status: 503, title: 'Secrets key missing' },
  service_unavailable: { status: 503, title: 'Service unavailable' },
  unauthorized: { status: 401, title: 'Unauthorized' },
  unsupported_media_type: { status: 415, title: 'Unsupported media type' },
  validation_failed: { status: 400, title: 'Validation failed' },
  vendor_failed: { status: 502, title: 'Vendor failed' },
};

/** Where a problem's code is explained; a URN, because the server can't know under which host it is read. */
export const problemType = (code: ErrorCode): string => `urn:kag:problem:${code}`;
