/** A number by which a patient is known, as de-identification names its types. */
export interface PatientNumber {
  type: 'MRN' | 'SSN' | 'HEALTH_PLAN';
  value: string;
}

/** Of a patient what tells people whose record is open. */
export interface Patient {
  /** The logical id at the FHIR server. */
  id: string;
  name: string;
  /** As FHIR has it: a year, a month or a day. */
  born: string | null;
  numbers: PatientNumber[];
}

interface Coded {
  coding?: { system?: string; code?: string }[];
}

/** The elements of a Patient of FHIR R4 that are read. */
export interface PatientResource {
  resourceType?: string;
  id?: string;
  active?: boolean;
  name?: { use?: string; text?: string; given?: string[]; family?: string }[];
  birthDate?: string;
  identifier?: { type?: Coded; system?: string; value?: string }[];
}

/** Codes of HL7's table 0203. */
const TYPES: Readonly<Record<string, PatientNumber['type']>> = { MR: 'MRN', SS: 'SSN', MB: 'HEALTH_PLAN' };

const US_SSN = 'http://hl7.org/fhir/sid/us-ssn';

/** An id is put into addresses and requests: what is none is no patient. */
const ID = /^(?!\.{1,2}$)[A-Za-z0-9.-]{1,64}$/;

function nameOf({ name = [] }: PatientResource): string {
  const known = name.filter(({ use }) => use !== 'old');
  const best = known.find(({ use }) => use === 'official') ?? known.find(({ use }) => use === 'usual') ?? known[0];
  return best?.text ?? [...(best?.given ?? []), best?.family ?? ''].filter(Boolean).join(' ');
}

function numbersOf({ identifier = [] }: PatientResource): PatientNumber[] {
  return identifier.flatMap(({ type, system, value }) => {
    const known = system === US_SSN ? 'SSN' : (type?.coding ?? []).map(({ code = '' }) => TYPES[code]).find(Boolean);
    return known && value ? [{ type: known, value }] : [];
  });
}

/** Read a Patient; what is not one, or is not in use, is none. */
export function patientOf(resource: PatientResource | undefined): Patient | null {
  if (resource?.resourceType !== 'Patient' || !resource.id || !ID.test(resource.id) || resource.active === false) {
    return null;
  }
  return { id: resource.id, name: nameOf(resource), born: resource.birthDate ?? null, numbers: numbersOf(resource) };
}

export function recordNumberOf(patient: Patient): string | null {
  return patient.numbers.find(({ type }) => type === 'MRN')?.value ?? null;
}
