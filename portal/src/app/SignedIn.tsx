import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { ChatsContext, useNewChats } from '../features/chat/chats';
import { MemoryStore } from '../features/conversations/memory';
import { RemoteStore } from '../features/conversations/remote';
import { StoreContext } from '../features/conversations/StoreContext';
import { RecordsProvider } from '../features/record/RecordsProvider';
import type { RecordSystem } from '../lib/config';
import { isLanguage, speak } from '../lib/i18n';
import { PreferencesContext, type Preferences } from '../lib/preferences';
import { SessionContext, type Session } from '../lib/session';
import { isTheme, showTheme } from '../lib/theme';

interface Props {
  session: Session;
  preferences: Preferences;
  records: RecordSystem | null;
  children: ReactNode;
}

/** Everything that pages need of who is signed in. */
export function SignedIn({ session, preferences: kept, records, children }: Props) {
  const store = useMemo(() => (session.keeps ? new RemoteStore(session.api) : new MemoryStore(() => new Date())), [session]);
  const [preferences, setPreferences] = useState<Preferences>(kept);

  useEffect(() => {
    if (isLanguage(kept.language)) {
      void speak(kept.language);
    }
    if (isTheme(kept.theme)) {
      showTheme(kept.theme);
    }
  }, [kept]);

  const value = useMemo(
    () => ({
      preferences,
      prefer: async (change: Preferences) => {
        const next = { ...preferences, ...change };
        setPreferences(next);
        if (session.keeps) {
          // What cannot be kept is preferred for as long as the page is open.
          await session.api.portal.PUT('/v1/portal/me/preferences', { body: next }).catch(() => undefined);
        }
      },
    }),
    [preferences, session],
  );

  return (
    <SessionContext value={session}>
      <PreferencesContext value={value}>
        <StoreContext value={store}>
          <RecordsProvider system={records}>
            <WithChats>{children}</WithChats>
          </RecordsProvider>
        </StoreContext>
      </PreferencesContext>
    </SessionContext>
  );
}

function WithChats({ children }: { children: ReactNode }) {
  return <ChatsContext value={useNewChats()}>{children}</ChatsContext>;
}
