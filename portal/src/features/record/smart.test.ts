import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../../lib/problem';
import { json } from '../../testing/signedIn';
import { isKnown, prepare } from './smart';

const SYSTEM = { url: 'https://fhir.test/r4', clientId: 'hilum', scopes: ['launch/patient', 'patient/*.rs'] };

let configuration: Record<string, unknown>;
let tokens: Record<string, unknown>;
let exchanged: URLSearchParams[];

beforeEach(() => {
  configuration = { authorization_endpoint: 'https://auth.test/authorize', token_endpoint: 'https://auth.test/token', code_challenge_methods_supported: ['S256'] };
  tokens = { access_token: 'secret', token_type: 'Bearer', expires_in: 600, patient: 'p1', scope: 'patient/*.rs' };
  exchanged = [];
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url.endsWith('/smart-configuration')) {
      return json(configuration);
    }
    exchanged.push(new URLSearchParams(String(init?.body)));
    return json(tokens);
  });
});

afterEach(() => vi.unstubAllGlobals());

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
}

it('asks for a patient, with a secret of this page, and reads whose record it got', async () => {
  const opening = await prepare(SYSTEM, null);
  const asked = new URL(opening.address);
  expect(asked.origin + asked.pathname).toBe('https://auth.test/authorize');
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    response_type: 'code', client_id: 'hilum', scope: 'launch/patient patient/*.rs', aud: SYSTEM.url, code_challenge_method: 'S256', state: opening.state,
  });
  expect(asked.searchParams.get('redirect_uri')).toMatch(/\/opened\.html$/);
  const grant = await opening.finish(new URLSearchParams({ code: 'c1', state: opening.state }));
  expect(grant).toMatchObject({ token: 'secret', patient: 'p1' });
  expect((grant.until ?? 0) - Date.now()).toBeGreaterThan(580_000);
  expect((grant.until ?? 0) - Date.now()).toBeLessThan(595_000);
  expect(exchanged[0]?.get('code')).toBe('c1');
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(exchanged[0]?.get('code_verifier') ?? '')));
  expect(btoa(String.fromCharCode(...hash)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')).toBe(asked.searchParams.get('code_challenge'));
});

it('gives the handle of a launch back, and asks for no other patient', async () => {
  const asked = new URL((await prepare(SYSTEM, { iss: SYSTEM.url, launch: 'xyz' })).address);
  expect(asked.searchParams.get('launch')).toBe('xyz');
  expect(asked.searchParams.get('scope')).toBe('launch patient/*.rs');
});

it('knows no other record system', () => {
  expect(isKnown(SYSTEM, { iss: 'https://fhir.test/r4/', launch: 'x' })).toBe(true);
  for (const iss of ['', 'https://evil.test/r4', 'https://fhir.test/r4.evil.test', 'https://fhir.test']) {
    expect(isKnown(SYSTEM, { iss, launch: 'x' })).toBe(false);
  }
});

it('takes no code that it did not ask for, and sends it nowhere', async () => {
  const opening = await prepare(SYSTEM, null);
  expect(await codeOf(opening.finish(new URLSearchParams({ code: 'c1', state: 'other' })))).toBe('record_sign_in_failed');
  expect(await codeOf(opening.finish(new URLSearchParams({ error: 'access_denied', state: opening.state })))).toBe('record_denied');
  expect(exchanged).toEqual([]);
});

it('sends nobody where tokens could be seen, or where a stolen code would do', async () => {
  configuration['token_endpoint'] = 'http://auth.test/token';
  expect(await codeOf(prepare(SYSTEM, null))).toBe('record_not_smart');
  configuration['token_endpoint'] = 'https://auth.test/token';
  configuration['code_challenge_methods_supported'] = [];
  expect(await codeOf(prepare(SYSTEM, null))).toBe('record_not_smart');
});

it('knows no end where none is told, and no patient', async () => {
  tokens = { access_token: 'secret', token_type: 'Bearer' };
  const opening = await prepare(SYSTEM, null);
  expect(await opening.finish(new URLSearchParams({ code: 'c1', state: opening.state }))).toEqual({ token: 'secret', until: null, patient: null });
});
