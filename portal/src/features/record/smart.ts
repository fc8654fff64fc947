import * as oauth from 'oauth4webapi';
import { BASE, type RecordSystem } from '../../lib/config';
import { Problem } from '../../lib/problem';
import type { Grant } from './fhir';

/** How long the record system may take to answer, and a person to sign in there, in milliseconds. */
const PATIENCE = 15_000;
const LONGEST_SIGN_IN = 5 * 60_000;

/** A token is not used in its last seconds, in which it would end on the way. */
const MARGIN = 10_000;

const CHANNEL = 'hilum.record';

/** What a record system says of itself under `.well-known/smart-configuration` (SMART App Launch 2.2). */
interface SmartConfiguration {
  issuer?: string;
  authorization_endpoint?: string;
  token_endpoint?: string;
  code_challenge_methods_supported?: string[];
}

/** What an EHR says when it opens the page for a patient. */
export interface Launch {
  iss: string;
  launch: string;
}

/** A sign-in that can begin: where to, and how to read what comes back. */
export interface Opening {
  address: string;
  finish(answered: URLSearchParams): Promise<Grant>;
  /** Tells what comes back from what is of another page. */
  state: string;
}

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

function isLocal(address: string): boolean {
  return LOCAL.includes(new URL(address).hostname);
}

/** Tokens travel there: nowhere without TLS but to this machine. */
function secure(address: string | undefined, what: string): string {
  const url = address ? URL.parse(address) : null;
  if (!url || (url.protocol !== 'https:' && !isLocal(url.href))) {
    throw new Problem(502, 'record_not_smart', `The record system has no ${what}`);
  }
  return url.href;
}

async function discover(system: RecordSystem): Promise<oauth.AuthorizationServer> {
  let told: SmartConfiguration;
  try {
    const response = await fetch(`${system.url}/.well-known/smart-configuration`, {
      headers: { accept: 'application/json' }, credentials: 'omit', cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    told = (await response.json()) as SmartConfiguration;
  } catch {
    throw new Problem(0, 'record_unreachable', 'The record system does not answer');
  }
  if (!told.code_challenge_methods_supported?.includes('S256')) {
    throw new Problem(502, 'record_not_smart', 'The record system has no PKCE');
  }
  return {
    issuer: told.issuer ?? system.url,
    authorization_endpoint: secure(told.authorization_endpoint, 'authorization_endpoint'),
    token_endpoint: secure(told.token_endpoint, 'token_endpoint'),
  };
}

/** A launch out of an EHR names its patient by a handle, so that none is asked for. */
function scopesOf({ scopes }: RecordSystem, launch: Launch | null): string {
  return (launch ? ['launch', ...scopes.filter((scope) => !scope.startsWith('launch'))] : scopes).join(' ');
}

function patientIn(answer: oauth.TokenEndpointResponse): string | null {
  return typeof answer['patient'] === 'string' ? answer['patient'] : null;
}

/** Whether an EHR speaks of the record system that this page knows. Any other could send people to a server of its own. */
export function isKnown(system: RecordSystem, launch: Launch): boolean {
  return launch.iss.replace(/\/+$/, '') === system.url;
}

/** Prepare to sign in at the record system, so that its window can open at once when the person says so. */
export async function prepare(system: RecordSystem, launch: Launch | null): Promise<Opening> {
  const server = await discover(system);
  const client: oauth.Client = { client_id: system.clientId };
  const redirect = `${window.location.origin}${BASE}opened.html`;
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const address = new URL(server.authorization_endpoint ?? '');
  const asked = {
    response_type: 'code', client_id: system.clientId, redirect_uri: redirect, scope: scopesOf(system, launch), state, aud: system.url,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', ...(launch ? { launch: launch.launch } : {}),
  };
  Object.entries(asked).forEach(([name, value]) => address.searchParams.set(name, value));
  const finish = async (answered: URLSearchParams): Promise<Grant> => {
    const asked = Date.now();
    try {
      const code = oauth.validateAuthResponse(server, client, answered, state);
      const insecure = { [oauth.allowInsecureRequests]: isLocal(server.token_endpoint ?? ''), signal: AbortSignal.timeout(PATIENCE) };
      const response = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), code, redirect, verifier, insecure);
      const answer = await oauth.processAuthorizationCodeResponse(server, client, response);
      const until = answer.expires_in === undefined ? null : asked + answer.expires_in * 1_000 - MARGIN;
      return { token: answer.access_token, until, patient: patientIn(answer) };
    } catch (error) {
      const denied = error instanceof oauth.AuthorizationResponseError && error.error === 'access_denied';
      throw new Problem(0, denied ? 'record_denied' : 'record_sign_in_failed', 'The record system gave no token');
    }
  };
  return { address: address.href, finish, state };
}

/** Wait for the window that was opened. It cannot be seen whether somebody closes it: the person says so, or its time is over. */
export function answerTo(opening: Opening, signal: AbortSignal): Promise<URLSearchParams> {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(CHANNEL);
    const end = () => {
      channel.close();
      window.clearTimeout(timer);
    };
    const timer = window.setTimeout(() => {
      end();
      reject(new Problem(0, 'record_sign_in_failed', 'Nobody signed in in time'));
    }, LONGEST_SIGN_IN);
    signal.addEventListener('abort', () => {
      end();
      reject(signal.reason as Error);
    });
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const answered = new URLSearchParams(String(data));
      if (answered.get('state') === opening.state) {
        end();
        resolve(answered);
      }
    };
  });
}
