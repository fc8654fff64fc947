import type { components } from '../../api/gateway.generated';
import { listOf } from '../../lib/lists';

export type Supposed = components['schemas']['SupposedRequest'];
export type Simulation = components['schemas']['Simulation'];
type Identifier = NonNullable<Supposed['identifiers']>[number];

/** What is written in the form. */
export interface Draft {
  roles: string;
  model: string;
  team: string;
  purpose: string;
  network: string;
  at: string;
  identifiers: string;
  bytes: string;
  media: boolean;
  stream: boolean;
  secondFactor: boolean;
  allWell: boolean;
}

export const EMPTY: Draft = {
  roles: 'Clinician',
  model: '',
  team: '',
  purpose: '',
  network: '',
  at: '',
  identifiers: 'NAME, DATE, MRN',
  bytes: '2000',
  media: false,
  stream: true,
  secondFactor: true,
  allWell: false,
};

/** The request that a form supposes; what is left empty is not said. */
export function supposedOf(draft: Draft): Supposed {
  const said = <Key extends string>(key: Key, value: string) => (value.trim() ? ({ [key]: value.trim() } as Record<Key, string>) : {});
  return {
    model: draft.model,
    roles: listOf(draft.roles),
    ...said('team', draft.team),
    ...said('purpose', draft.purpose),
    ...said('network', draft.network),
    ...(draft.at ? { at: new Date(draft.at).toISOString() } : {}),
    identifiers: listOf(draft.identifiers).map((type) => type.toUpperCase() as Identifier),
    ...(draft.bytes.trim() ? { request_bytes: Number(draft.bytes) } : {}),
    sign_in: { second_factor: draft.secondFactor, age_seconds: 0 },
    media: draft.media,
    stream: draft.stream,
    all_well: draft.allWell,
  };
}
