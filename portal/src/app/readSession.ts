import { data, type Api } from '../lib/api';
import type { Auth } from '../lib/auth';
import type { Preferences } from '../lib/preferences';
import { Problem } from '../lib/problem';
import type { Session } from '../lib/session';

/** Pages of everybody, where no portal-service says otherwise. */
const PLAIN = ['chat', 'usage', 'keys', 'documents', 'break-glass'];

const ADMINISTRATION = ['admin.keys', 'admin.teams', 'admin.budgets', 'admin.usage', 'admin.audit', 'admin.people', 'admin.collections'];

/** Statuses by which a gateway says that it has no portal-service, or that it is away. */
const WITHOUT = [404, 502, 503, 504];

/** Who somebody is, of the services that know it. */
export async function readSession(api: Api, auth: Auth): Promise<{ session: Session; preferences: Preferences }> {
  const identity = auth.identity ?? { name: '', username: '' };
  const [me, profile] = await Promise.all([
    data(api.usage.GET('/v1/me')),
    data(api.portal.GET('/v1/portal/me')).catch((error: unknown) => {
      if (error instanceof Problem && WITHOUT.includes(error.status)) {
        return null;
      }
      throw error;
    }),
  ]);
  const permissions = profile?.permissions ?? (me.administers ? [...PLAIN, ...ADMINISTRATION] : PLAIN);
  return {
    session: {
      api, auth, identity, subject: me.subject, roles: me.roles, team: me.team, administers: me.administers, permissions: new Set(permissions),
      keeps: profile !== null,
    },
    preferences: profile?.preferences ?? {},
  };
}
