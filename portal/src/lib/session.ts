import { createContext, useContext } from 'react';
import type { Api } from './api';
import type { Auth, Identity } from './auth';

/** Who works with the page: what the identity provider and the services say of them. */
export interface Session {
  api: Api;
  auth: Auth;
  identity: Identity;
  subject: string;
  roles: string[];
  team: string;
  administers: boolean;
  permissions: ReadonlySet<string>;
  /** Whether conversations are kept; without portal-service they end with the page. */
  keeps: boolean;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) {
    throw new Error('outside of a session');
  }
  return session;
}
