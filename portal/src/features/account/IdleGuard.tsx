import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import type { Auth, LeaveReason } from '../../lib/auth';
import type { Config } from '../../lib/config';
import { IdleClock, tellLeft, watchIdle } from '../../lib/idle';

const WARN_SECONDS = 60;

interface Props {
  auth: Auth;
  config: Config;
  /** Take everything off the page at once. */
  onLeave(): void;
}

/** Signs the person out who has gone, here and in every other tab; a minute before, it asks. */
export function IdleGuard({ auth, config, onLeave }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [left, setLeft] = useState<number | null>(null);
  const [clock] = useState(
    () => new IdleClock(config.idleSeconds * 1000, config.sessionSeconds * 1000, Math.min(WARN_SECONDS, config.idleSeconds / 2) * 1000, () => Date.now()),
  );
  useEffect(() => {
    let gone = false;
    const leave = (reason: LeaveReason) => {
      if (!gone) {
        gone = true;
        queries.clear();
        onLeave();
        void auth.signOut(reason);
      }
    };
    return watchIdle(
      clock,
      (state, millis) => {
        setLeft(state === 'warned' ? Math.ceil(millis / 1000) : null);
        if (state === 'gone') {
          tellLeft();
          leave('idle');
        }
      },
      () => leave('signedOut'),
    );
  }, [auth, clock, onLeave, queries]);
  return (
    <Dialog title={t('idle.title')} open={left !== null} onClose={() => undefined} decide>
      <p>{t('idle.text', { count: left ?? 0 })}</p>
      <div className="row">
        <Button
          variant="primary"
          autoFocus
          onPress={() => {
            clock.touch();
            setLeft(null);
          }}
        >
          {t('idle.stay')}
        </Button>
      </div>
    </Dialog>
  );
}
