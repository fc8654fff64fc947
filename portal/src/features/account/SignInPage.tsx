import { LogIn } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { forgetSignIn, leaveReason, wasSignedIn, type Auth } from '../../lib/auth';

/** What is seen before anybody is signed in. A tab that was signed in asks the identity provider at once. */
export function SignInPage({ auth }: { auth: Auth }) {
  const { t } = useTranslation();
  const reason = leaveReason();
  useEffect(() => {
    if (wasSignedIn()) {
      forgetSignIn();
      void auth.signIn();
    }
  }, [auth]);
  return (
    <main className="sign-in">
      <div className="card">
        <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width="48" height="48" />
        <h1>Hilum</h1>
        <p className="muted">{t('signIn.text')}</p>
        {reason && <Notice tone="info">{t(`signIn.reason.${reason}`)}</Notice>}
        <Button variant="primary" onPress={() => void auth.signIn()}>
          <LogIn aria-hidden="true" />
          {t('signIn.button')}
        </Button>
      </div>
    </main>
  );
}
