import {
  BrowserCacheLocation,
  CacheLookupPolicy,
  createStandardPublicClientApplication,
  InteractionRequiredAuthError,
  type AccountInfo,
  type Configuration,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import { BASE, type Config } from './config';

/** Who is signed in, as the identity provider says it. */
export interface Identity {
  name: string;
  username: string;
}

/** Why the page shows nobody's work. */
export type LeaveReason = 'signedOut' | 'idle' | 'expired';

/** Signing in and out. Tokens live in the memory of this page alone. */
export interface Auth {
  identity: Identity | null;
  token(): Promise<string>;
  signIn(claims?: string): Promise<void>;
  signOut(reason: LeaveReason): Promise<void>;
}

const REASON = 'hilum.left';
const WAS_SIGNED_IN = 'hilum.here';
const WAS_AT = 'hilum.view';

/** Where an EHR leads people: behind it stands what it says, for once. */
const LAUNCH = `${BASE}launch`;

/** Some providers of a quick start have no TLS, and MSAL takes no address without: it is given their endpoints instead. */
async function endpointsOf(config: Config): Promise<Pick<Configuration['auth'], 'authority' | 'authorityMetadata'>> {
  const url = new URL(config.authority);
  if (url.protocol === 'https:') {
    return { authority: config.authority };
  }
  if (!['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) {
    throw new Error('The identity provider must be reached by https');
  }
  const discovered = await fetch(`${config.authority}/.well-known/openid-configuration`, { credentials: 'omit' });
  return { authority: config.authority.replace('http:', 'https:'), authorityMetadata: await discovered.text() };
}

async function settings(config: Config): Promise<Configuration> {
  const here = `${window.location.origin}${BASE}`;
  return {
    auth: {
      clientId: config.clientId,
      ...(await endpointsOf(config)),
      knownAuthorities: [new URL(config.authority).host],
      redirectUri: here,
      postLogoutRedirectUri: here,
      // Not offline_access: what is renewed ends with the session of the person.
      OIDCOptions: { defaultScopes: ['openid', 'profile'] },
    },
    cache: { cacheLocation: BrowserCacheLocation.MemoryStorage },
    system: { protocolMode: config.entra ? 'AAD' : 'OIDC', serverTelemetryEnabled: false },
  };
}

function identityOf(account: AccountInfo): Identity {
  const username = String(account.idTokenClaims?.['preferred_username'] ?? account.username);
  return { name: account.name || username, username };
}

class MsalAuth implements Auth {
  readonly identity: Identity | null;
  private leaving = false;

  constructor(
    private readonly app: IPublicClientApplication,
    private readonly account: AccountInfo | null,
    private readonly scopes: string[],
  ) {
    this.identity = account ? identityOf(account) : null;
  }

  async token(): Promise<string> {
    if (!this.account) {
      throw new Error('nobody is signed in');
    }
    try {
      const result = await this.app.acquireTokenSilent({
        account: this.account,
        scopes: this.scopes,
        cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
      });
      return result.accessToken;
    } catch (error) {
      if (error instanceof InteractionRequiredAuthError) {
        await this.signOut('expired');
      }
      throw error;
    }
  }

  async signIn(claims?: string): Promise<void> {
    const { pathname, search } = window.location;
    sessionStorage.setItem(WAS_AT, pathname === LAUNCH ? pathname + search : pathname);
    await this.app.loginRedirect({ scopes: this.scopes, ...(claims ? { claims } : {}) });
  }

  async signOut(reason: LeaveReason): Promise<void> {
    // This tab hears, too, that it has left.
    if (this.leaving) {
      return;
    }
    this.leaving = true;
    sessionStorage.removeItem(WAS_SIGNED_IN);
    sessionStorage.setItem(REASON, reason);
    const { account } = this;
    await this.app.logoutRedirect(account ? { account, ...(account.idToken ? { idTokenHint: account.idToken } : {}) } : {});
  }
}

/** Finish a sign-in that is under way, and come back to where it began. */
export async function startAuth(config: Config): Promise<Auth> {
  const app = await createStandardPublicClientApplication(await settings(config));
  // Tokens were given their place, in memory, as this was created. MSAL looks at the setting once more before it redirects, for the
  // sake of a state that it keeps in session storage meanwhile, whatever the setting is.
  app.getConfiguration().cache.cacheLocation = BrowserCacheLocation.SessionStorage;
  const result = await app.handleRedirectPromise({ navigateToLoginRequestUrl: false });
  const auth = new MsalAuth(app, result?.account ?? null, config.scopes);
  if (auth.identity) {
    sessionStorage.setItem(WAS_SIGNED_IN, 'yes');
    sessionStorage.removeItem(REASON);
    const view = sessionStorage.getItem(WAS_AT);
    sessionStorage.removeItem(WAS_AT);
    if (view?.startsWith(BASE)) {
      window.history.replaceState(null, '', view);
    }
  }
  return auth;
}

/** Whether this tab was signed in before it was loaded again: then the identity provider is asked at once. */
export function wasSignedIn(): boolean {
  return sessionStorage.getItem(WAS_SIGNED_IN) !== null;
}

/** Why the page was left last, told once. */
export function leaveReason(): LeaveReason | null {
  const reason = sessionStorage.getItem(REASON);
  return reason === 'idle' || reason === 'expired' || reason === 'signedOut' ? reason : null;
}

export function forgetSignIn(): void {
  sessionStorage.removeItem(WAS_SIGNED_IN);
}
