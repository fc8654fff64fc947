import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { vi } from 'vitest';
import { createApi } from '../lib/api';
import { SessionContext, type Session } from '../lib/session';

export function json(body: unknown): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
}

interface Work {
  /** The page, and the address that it has. */
  page: ReactNode;
  route: string;
  at: string;
  gateway(request: Request): Promise<Response>;
  permissions?: string[];
  /** What else is around the page. */
  around?(page: ReactNode): ReactNode;
}

/** Shows a page to somebody who is signed in at a gateway that answers as the test says. */
export function showSignedIn({ page, route, at, gateway, permissions = [], around = (shown) => shown }: Work) {
  vi.stubGlobal('fetch', gateway);
  const api = createApi({ gateway: 'https://hilum.test', token: () => Promise.resolve('t'), stepUp: () => undefined });
  const identity = { name: 'Ida Lund', username: 'ida' };
  const auth = { identity, token: () => Promise.resolve('t'), signIn: () => Promise.resolve(), signOut: () => Promise.resolve() };
  const session: Session = {
    api, auth, identity, subject: 'https://idp|ida', roles: ['Clinician'], team: 'cardiology', administers: false,
    permissions: new Set(permissions), keeps: true,
  };
  return render(
    <MemoryRouter initialEntries={[at]}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <SessionContext value={session}>
          {around(
            <Routes>
              <Route path={route} element={page} />
            </Routes>,
          )}
        </SessionContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
}
