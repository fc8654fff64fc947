import { expect, it } from 'vitest';
import { seriesOf } from './series';

function row(day: string, name: string, value: number) {
  return { day, name, value };
}

it('stacks the names that have most and sums up the others', () => {
  const rows = [row('2026-01-02', 'a', 5), row('2026-01-01', 'b', 3), row('2026-01-01', 'c', 1), row('2026-01-01', 'd', 0.5), row('2026-01-01', 'a', 2)];
  expect(seriesOf(rows, 3, 'others')).toEqual({
    names: ['a', 'b', 'others'],
    days: [
      { day: '2026-01-01', b: 3, others: 1.5, a: 2 },
      { day: '2026-01-02', a: 5 },
    ],
  });
  expect(seriesOf(rows.slice(0, 2), 3, 'others').names).toEqual(['a', 'b']);
});
