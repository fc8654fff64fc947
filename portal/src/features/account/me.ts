import { useQuery } from '@tanstack/react-query';
import { data } from '../../lib/api';
import { timeZone } from '../../lib/format';
import { useSession } from '../../lib/session';

/** Who the caller is, what limits it and what it has used this month. */
export function useMe() {
  const { api } = useSession();
  return useQuery({
    queryKey: ['me'],
    queryFn: () => data(api.usage.GET('/v1/me', { params: { query: { time_zone: timeZone() } } })),
    staleTime: 30_000,
  });
}
