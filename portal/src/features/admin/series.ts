import type { components } from '../../api/usage.generated';

type Totals = components['schemas']['Totals'];

/** A day, and what each series cost on it. */
export type Day = { day: string } & Record<string, string | number>;

/** Cost by day, for the models that cost most; the others are one series. */
export function seriesOf(rows: readonly Totals[], most: number, others: string): { names: string[]; days: Day[] } {
  const totals = new Map<string, number>();
  rows.forEach((row) => totals.set(row.model ?? '', (totals.get(row.model ?? '') ?? 0) + Number(row.costUsd)));
  const ranked = [...totals].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const shown = ranked.length <= most ? ranked : [...ranked.slice(0, most - 1), others];
  const days = new Map<string, Day>();
  for (const row of rows) {
    const name = shown.includes(row.model ?? '') ? (row.model ?? '') : others;
    const day = days.get(row.day ?? '') ?? { day: row.day ?? '' };
    day[name] = Number(day[name] ?? 0) + Number(row.costUsd);
    days.set(day.day, day);
  }
  return { names: shown, days: [...days.values()].sort((a, b) => a.day.localeCompare(b.day)) };
}
