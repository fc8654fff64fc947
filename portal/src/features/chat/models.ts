import { useQuery } from '@tanstack/react-query';
import type { components } from '../../api/routing.generated';
import { request } from '../../lib/api';
import { useSession } from '../../lib/session';

export type Model = components['schemas']['ModelList']['data'][number];

const FRESH = 60_000;

/** The models that the person may use. */
export function useModels() {
  const { api } = useSession();
  return useQuery({
    queryKey: ['models'],
    queryFn: async () => {
      const response = await request(api.caller, '/v1/models');
      return ((await response.json()) as components['schemas']['ModelList']).data;
    },
    staleTime: FRESH,
  });
}

/** Who gets what is asked of a model, each once. */
export function recipientsOf(model: Model): { provider: string; region: string | null; agreement: string | null; raw: boolean }[] {
  const seen = new Map<string, { provider: string; region: string | null; agreement: string | null; raw: boolean }>();
  for (const { provider, region, agreement, raw } of model.hilum?.deployments ?? []) {
    seen.set(`${provider}/${region}`, { provider, region, agreement, raw });
  }
  return [...seen.values()];
}

/** Whether it is an agent, which may read the record that is open. */
export function isAgent(model: string): boolean {
  return model.startsWith('agent/');
}

/** Whether a model talks; those that only embed have no price for what they say. */
export function talks(model: Model): boolean {
  return !/embed/i.test(model.id);
}
