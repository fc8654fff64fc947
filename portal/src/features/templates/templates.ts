import { useQuery } from '@tanstack/react-query';
import type { components } from '../../api/portal.generated';
import { data } from '../../lib/api';
import { useSession } from '../../lib/session';

export type Template = components['schemas']['Template'];
export type TemplateContent = components['schemas']['TemplateContent'];

const FRESH = 60_000;

/** The templates that the person may use: one's own, the team's and the hospital's. */
export function useTemplates() {
  const { api } = useSession();
  return useQuery({ queryKey: ['templates'], queryFn: () => data(api.portal.GET('/v1/portal/templates')), staleTime: FRESH });
}
