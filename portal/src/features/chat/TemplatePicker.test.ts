import { expect, it } from 'vitest';
import { filled } from './TemplatePicker';

it('fills what it knows and leaves what it does not', () => {
  expect(filled('{{a}} and {{ b }} and {{c}}', { a: '$&', b: 'two' })).toBe('$& and two and {{c}}');
});
