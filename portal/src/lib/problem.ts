import i18n from 'i18next';

/** An answer of the gateway that is not the one hoped for, or none at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId: string | null = null,
    readonly retryAfter: number | null = null,
  ) {
    super(message);
    this.name = 'Problem';
  }
}

interface ErrorBody {
  error?: { message?: unknown; code?: unknown };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Read the error of a body in OpenAI's form. */
export function problemOf(body: unknown, status: number, headers: Headers): Problem {
  const error = (body as ErrorBody | null)?.error;
  const wait = Number(headers.get('retry-after') ?? Number.NaN);
  return new Problem(
    status,
    textOf(error?.code) ?? `http_${status}`,
    textOf(error?.message) ?? `HTTP ${status}`,
    headers.get('x-request-id'),
    Number.isFinite(wait) ? wait : null,
  );
}

/** What a person is told: in its own words where there are some for the code, else in those of the service. */
export function explain(error: unknown): string {
  if (!(error instanceof Problem)) {
    return i18n.t('problem.unknown');
  }
  const key = `problem.${error.code}`;
  const told = i18n.exists(key) ? i18n.t(key as 'problem.unknown') : error.message;
  return error.retryAfter ? `${told} ${i18n.t('problem.retryIn', { count: error.retryAfter })}` : told;
}
