import { post, type Caller } from '../../lib/api';
import type { Finding } from './spans';

/** Types of identifiers, as 45 CFR 164.514(b)(2) groups them. */
export const TYPES = [
  'NAME', 'LOCATION', 'DATE', 'PHONE', 'FAX', 'EMAIL', 'SSN', 'MRN', 'HEALTH_PLAN', 'ACCOUNT', 'LICENSE', 'VEHICLE', 'DEVICE', 'URL', 'IP', 'OTHER_ID',
] as const;

export type IdentifierType = (typeof TYPES)[number];

/** An identifier that the person says is one. */
export interface Identity {
  type: IdentifierType;
  value: string;
}

export interface PreviewResult {
  masked: string;
  findings: Finding[];
}

export interface Correction {
  verdict: 'identifier' | 'not_identifier';
  type: string | null;
  text: string;
}

/** What a model would see of texts; pseudonyms are the same in all of them. */
export async function preview(caller: Caller, texts: string[], identities: Identity[], signal?: AbortSignal): Promise<PreviewResult[]> {
  const response = await post(caller, '/v1/phi/preview', { texts, ...(identities.length ? { identities } : {}) }, signal ? { signal } : {});
  return ((await response.json()) as { results: PreviewResult[] }).results;
}

/** Tell reviewers that the scrubber was wrong. It changes nothing by itself. */
export async function correct(caller: Caller, correction: Correction): Promise<void> {
  await post(caller, '/v1/phi/corrections', { corrections: [correction] });
}
