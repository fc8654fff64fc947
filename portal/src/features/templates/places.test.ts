import { expect, it } from 'vitest';
import { filled, placesIn } from './places';

it('fills what it knows and leaves what it does not', () => {
  expect(filled('{{a}} and {{ b }} and {{c}}', { a: '$&', b: 'two' })).toBe('$& and two and {{c}}');
});

it('names each place once, in the order of the text', () => {
  expect(placesIn('{{b}} {{ a }} {{b}} {{}} {{two words}} {{ward.bed-1}}')).toEqual(['b', 'a', 'ward.bed-1']);
});
