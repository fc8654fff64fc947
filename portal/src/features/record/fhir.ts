import type { RecordSystem } from '../../lib/config';
import { Problem } from '../../lib/problem';
import { patientOf, type Patient, type PatientResource } from './patient';

/** How long the record system may take, in milliseconds, and how many patients are shown of those that it finds. */
const PATIENCE = 15_000;
const MOST = 20;

/** What the record system lets the page do, for a while. */
export interface Grant {
  token: string;
  /** When it ends, in milliseconds of the clock; unknown without. */
  until: number | null;
  /** The one patient that it is for, where the record system says so. */
  patient: string | null;
}

interface Bundle {
  resourceType?: string;
  entry?: { resource?: PatientResource; search?: { mode?: string } }[];
}

/** What people are told of a refusal is ours: the words of a record system can name patients. */
const CODES: Readonly<Record<number, string>> = { 401: 'record_token_refused', 403: 'record_forbidden', 404: 'record_patient_unknown', 410: 'record_patient_unknown' };

async function read<T>({ url }: RecordSystem, { token }: Grant, path: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`${url}/${path}`, {
      headers: { accept: 'application/fhir+json', authorization: `Bearer ${token}` },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    throw new Problem(0, 'record_unreachable', 'The record system does not answer');
  }
  if (!response.ok) {
    throw new Problem(response.status, CODES[response.status] ?? 'record_unavailable', 'The record system refused');
  }
  return response.json().catch(() => {
    throw new Problem(502, 'record_unavailable', 'The record system did not answer in JSON');
  }) as Promise<T>;
}

export async function readPatient(system: RecordSystem, grant: Grant, id: string): Promise<Patient> {
  const patient = patientOf(await read<PatientResource>(system, grant, `Patient/${encodeURIComponent(id)}`));
  if (patient?.id !== id) {
    throw new Problem(404, 'record_patient_unknown', 'There is no such patient in use');
  }
  return patient;
}

/** Find patients by a number, where there is a digit, else by name. */
export async function findPatients(system: RecordSystem, grant: Grant, wanted: string): Promise<Patient[]> {
  const query = new URLSearchParams({ [/\d/.test(wanted) ? 'identifier' : 'name']: wanted.trim(), _count: String(MOST) });
  const found = await read<Bundle>(system, grant, `Patient?${query}`);
  return (found.entry ?? []).flatMap(({ resource }) => patientOf(resource) ?? []).slice(0, MOST);
}
