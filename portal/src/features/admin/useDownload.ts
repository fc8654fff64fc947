import { useMutation } from '@tanstack/react-query';
import { request } from '../../lib/api';
import { save } from '../../lib/download';
import { useSession } from '../../lib/session';

/** Fetch a file and hand it over to the person, under a name. */
export function useDownload() {
  const { api } = useSession();
  return useMutation({ mutationFn: async ({ path, name }: { path: string; name: string }) => save(await (await request(api.caller, path)).blob(), name) });
}
