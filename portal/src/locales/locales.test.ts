import { expect, it } from 'vitest';
import { languageOf } from '../lib/i18n';
import en from './en.json';
import es from './es.json';

function keysOf(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => (typeof value === 'object' ? keysOf(value as object, `${path}${key}.`) : [`${path}${key}`]));
}

function textsOf(texts: object): string[] {
  return Object.values(texts).flatMap((value) => (typeof value === 'object' ? textsOf(value as object) : [String(value)]));
}

it('has every text in both languages', () => {
  // Spanish has one more form of the plural.
  const spanish = keysOf(es).filter((key) => !key.endsWith('_many'));
  expect(spanish.sort()).toEqual(keysOf(en).sort());
});

it('leaves no place for a value out', () => {
  const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
  const spanish = new Map(keysOf(es).map((key, index) => [key, textsOf(es)[index] ?? '']));
  keysOf(en).forEach((key, index) => expect(places(spanish.get(key) ?? ''), key).toEqual(places(textsOf(en)[index] ?? '')));
});

it('speaks the first language of the browser that it knows', () => {
  expect(languageOf(['fr-FR', 'es-MX', 'en'])).toBe('es');
  expect(languageOf(['fr'])).toBe('en');
});
