import { expect, it } from 'vitest';
import type { PreviewResult } from './api';
import { newPatientIn, PatientWatch, type Read } from './patients';

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

it('asks for each text once, and again when other words are known to be identifiers', async () => {
  const asked: string[][] = [];
  const found = (text: string): PreviewResult => ({ masked: text, findings: /\d/.test(text) ? [...read(text, /\d+/.exec(text)?.[0] ?? '').findings] : [] });
  const watch = new PatientWatch((texts) => {
    asked.push(texts);
    return Promise.resolve(texts.map(found));
  });
  const { signal } = new AbortController();
  const none: [] = [];
  expect(await watch.look([], 'MRN 1', none, null, signal)).toEqual({ result: null, others: [] });
  expect(await watch.look(['MRN 1'], 'MRN 2', none, null, signal)).toMatchObject({ result: { masked: 'MRN 2' }, others: ['MRN'] });
  expect((await watch.look(['MRN 1', 'MRN 2'], 'MRN 1', none, found('MRN 1'), signal)).others).toEqual([]);
  await watch.look(['MRN 1'], 'thanks', [{ type: 'NAME', value: 'Irma' }], null, signal);
  expect(asked).toEqual([['MRN 1', 'MRN 2'], ['MRN 1', 'thanks']]);
});
