import createClient from 'openapi-fetch';
import type { paths as GatewayPaths } from '../api/gateway.generated';
import type { paths as PortalPaths } from '../api/portal.generated';
import type { paths as RagPaths } from '../api/rag.generated';
import type { paths as UsagePaths } from '../api/usage.generated';
import { Problem, problemOf } from './problem';

/** Where the gateway is, and who asks. */
export interface Caller {
  gateway: string;
  token(): Promise<string>;
  /** The answer says that the person has to sign in otherwise (RFC 9470, or Entra ID's claims). */
  stepUp(claims: string | undefined): void;
}

const UNREACHABLE = 'unreachable';

function claimsOf(challenge: string): string | undefined {
  const encoded = /claims="([A-Za-z0-9+/=_-]+)"/.exec(challenge)?.[1];
  if (encoded) {
    return atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  }
  const context = /acr_values="([^"]+)"/.exec(challenge)?.[1];
  return context ? JSON.stringify({ id_token: { acr: { essential: true, values: context.split(' ') } } }) : undefined;
}

/** Ask the gateway as the person who is signed in. */
export async function ask(caller: Caller, request: Request): Promise<Response> {
  request.headers.set('authorization', `Bearer ${await caller.token()}`);
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (request.signal.aborted) {
      throw error;
    }
    throw new Problem(0, UNREACHABLE, 'The gateway does not answer');
  }
  const challenge = response.headers.get('www-authenticate');
  if (response.status === 401 && challenge?.includes('insufficient_')) {
    caller.stepUp(claimsOf(challenge));
  }
  if (!response.ok) {
    throw problemOf(await response.json().catch(() => null), response.status, response.headers);
  }
  return response;
}

function clientOf<Paths extends object>(caller: Caller) {
  return createClient<Paths>({ baseUrl: caller.gateway || window.location.origin, fetch: (request) => ask(caller, request) });
}

export function createApi(caller: Caller) {
  return {
    caller,
    gateway: clientOf<GatewayPaths>(caller),
    usage: clientOf<UsagePaths>(caller),
    rag: clientOf<RagPaths>(caller),
    portal: clientOf<PortalPaths>(caller),
  };
}

export type Api = ReturnType<typeof createApi>;

/** Ask what no client of a contract asks: streams, files, and paths whose contract is that of the service behind them. */
export function request(caller: Caller, path: string, init: RequestInit = {}): Promise<Response> {
  return ask(caller, new Request(new URL(path, caller.gateway || window.location.origin), init));
}

export function post(caller: Caller, path: string, body: unknown, init: RequestInit = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(init.headers as Record<string, string> | undefined) };
  return request(caller, path, { ...init, method: 'POST', headers, body: JSON.stringify(body) });
}

/** The body of an answer that is known to be one: what is not has been thrown. */
export async function data<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}
