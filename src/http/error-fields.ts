const DEPTH = 4;
/** Properties that say what went wrong without quoting anybody's data. */
const SAFE = ['code', 'status', 'constraint', 'table', 'column', 'routine', 'hint'];

/**
 * An error as the log shows it. Libraries hang statements with their parameters, requests with their headers and
 * whole rows on errors: only what is named here is written, and parameters are cut out of the texts too, which the
 * database quotes in some messages.
 */
export function errorFields(error: unknown, depth = DEPTH): Record<string, unknown> {
  if (!isErrorLike(error)) return { type: typeof error };
  const hide = withoutParameters(error);
  const own = error as unknown as Record<string, unknown>;
  return {
    type: error.name ?? 'Error',
    message: hide(error.message),
    stack: hide(error.stack ?? ''),
    ...Object.fromEntries(
      SAFE.flatMap((name) => (['string', 'number'].includes(typeof own[name]) ? [[name, own[name]]] : [])),
    ),
    ...(error.cause !== undefined && depth > 1 ? { cause: errorFields(error.cause, depth - 1) } : {}),
  };
}

interface ErrorLike {
  name?: string;
  message: string;
  stack?: string;
  cause?: unknown;
}

/** The queue's library hands on copies of errors, which are plain objects. */
const isErrorLike = (error: unknown): error is ErrorLike =>
  typeof error === 'object' && error !== null && typeof (error as Partial<ErrorLike>).message === 'string';

/** Takes the statement's text parameters out of a text; those of one or two characters would only garble it. */
function withoutParameters(error: ErrorLike): (text: string) => string {
  const { parameters } = error as { parameters?: unknown };
  const texts = (Array.isArray(parameters) ? parameters : []).filter(
    (value): value is string => typeof value === 'string' && value.length > 2,
  );
  return (text) => texts.reduce((rest, value) => rest.replaceAll(value, '[parameter]'), text);
}
