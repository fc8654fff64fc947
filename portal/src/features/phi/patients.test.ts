import { expect, it } from 'vitest';
import { newPatientIn, type Read } from './patients';

function read(text: string, value: string, type = 'MRN'): Read {
  const start = [...text.slice(0, text.indexOf(value))].length;
  return { text, findings: [{ start, end: start + value.length, type, score: 1, detector: 'test', why: '' }] };
}

it('sees another number of a kind of which a patient has one', () => {
  const before = [read('MRN 00964741 was seen', '00964741')];
  expect(newPatientIn(before, read('Now MRN 555123', '555123'))).toEqual(['MRN']);
});

it('takes the same number in another form for the same patient', () => {
  expect(newPatientIn([read('MRN 00964741', '00964741')], read('mrn 964-741', '964-741'))).toEqual([]);
});

it('does not ask in a conversation without such numbers, nor for names', () => {
  expect(newPatientIn([], read('MRN 555123', '555123'))).toEqual([]);
  expect(newPatientIn([read('Irma', 'Irma', 'NAME')], read('Bo', 'Bo', 'NAME'))).toEqual([]);
});
