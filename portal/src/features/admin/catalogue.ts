import { useQuery } from '@tanstack/react-query';
import type { components } from '../../api/gateway.generated';
import { data } from '../../lib/api';
import { useSession } from '../../lib/session';

export type Catalogue = components['schemas']['Catalogue'];
export type DeploymentState = components['schemas']['DeploymentState'];
export type Standing = DeploymentState['standing'];

const REFRESHED = 5_000;

/** The names of states without spaces, as texts are found by. */
export const STANDINGS = { closed: 'closed', probe: 'probe', 'breaker is open': 'open', 'cooling down': 'cooling' } as const satisfies Record<Standing, string>;

/** The catalogue as it runs, looked at again and again while somebody looks. */
export function useCatalogue() {
  const { api } = useSession();
  return useQuery({ queryKey: ['catalogue'], queryFn: () => data(api.gateway.GET('/v1/catalogue')), refetchInterval: REFRESHED });
}

/** A deployment as a line: one that serves several models has several. */
export interface Line extends DeploymentState {
  served: string;
}

export function linesOf(catalogue: Catalogue): Line[] {
  return catalogue.models.flatMap((model) => model.deployments.map((deployment) => ({ ...deployment, served: model.id })));
}

/** The share of calls that failed, of those of which it is known. */
export function failing(recent: DeploymentState['recent']): number | null {
  const known = recent.answered + recent.failed;
  return known === 0 ? null : recent.failed / known;
}

/** Deployments that get no calls, each once. */
export function leftAlone(lines: readonly Line[]): string[] {
  return [...new Set(lines.filter((line) => line.standing === 'breaker is open' || line.standing === 'cooling down').map((line) => line.id))];
}
