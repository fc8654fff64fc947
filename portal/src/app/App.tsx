import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import { Loaded } from '../components/Loading';
import { IdleGuard } from '../features/account/IdleGuard';
import { SignInPage } from '../features/account/SignInPage';
import { createApi } from '../lib/api';
import type { Auth } from '../lib/auth';
import { BASE, type Config } from '../lib/config';
import { Pages } from './Pages';
import { SignedIn } from './SignedIn';
import { readSession } from './readSession';

/** The page: somebody's work, or the way in. */
export function App({ auth, config }: { auth: Auth; config: Config }) {
  const { i18n } = useTranslation();
  const [left, setLeft] = useState(false);
  const leave = useCallback(() => setLeft(true), []);
  if (left) {
    return null;
  }
  return (
    <I18nProvider locale={i18n.language}>
      {auth.identity === null ? (
        <SignInPage auth={auth} />
      ) : (
        <>
          <Work auth={auth} config={config} />
          <IdleGuard auth={auth} config={config} onLeave={leave} />
        </>
      )}
    </I18nProvider>
  );
}

function Work({ auth, config }: { auth: Auth; config: Config }) {
  const api = useMemo(
    () => createApi({ gateway: config.gateway ?? '', token: () => auth.token(), stepUp: (claims) => void auth.signIn(claims) }),
    [auth, config],
  );
  const session = useQuery({ queryKey: ['session'], queryFn: () => readSession(api, auth), staleTime: Infinity });
  return (
    <Loaded query={session}>
      {(read) => (
        <BrowserRouter basename={BASE.replace(/\/$/, '')}>
          <SignedIn session={read.session} preferences={read.preferences} records={config.record ?? null}>
            <Pages />
          </SignedIn>
        </BrowserRouter>
      )}
    </Loaded>
  );
}
