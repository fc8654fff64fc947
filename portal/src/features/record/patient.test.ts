import { expect, it } from 'vitest';
import { patientOf } from './patient';

const IRMA = {
  resourceType: 'Patient', id: 'p1', birthDate: '1955-03-14',
  name: [{ use: 'old', text: 'Irma Vogel' }, { use: 'official', given: ['Irma', 'M.'], family: 'Peter' }],
  identifier: [
    { type: { coding: [{ code: 'MR' }] }, value: '964741' },
    { system: 'http://hl7.org/fhir/sid/us-ssn', value: '219-09-9999' },
    { type: { coding: [{ code: 'XX' }] }, value: '7' },
    { type: { coding: [{ code: 'MB' }] } },
  ],
};

it('reads what people are told apart by', () => {
  expect(patientOf(IRMA)).toEqual({
    id: 'p1', name: 'Irma M. Peter', born: '1955-03-14', numbers: [{ type: 'MRN', value: '964741' }, { type: 'SSN', value: '219-09-9999' }],
  });
});

it('takes nobody for a patient who is none, or not in use, or has no id that fits in an address', () => {
  for (const other of [undefined, { ...IRMA, resourceType: 'Person' }, { ...IRMA, active: false }, { ...IRMA, id: '..' }, { ...IRMA, id: 'p1/../p2' }]) {
    expect(patientOf(other)).toBeNull();
  }
});
