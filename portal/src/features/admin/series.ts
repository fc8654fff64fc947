/** How much of something there was on a day. */
export interface Amount {
  day: string;
  name: string;
  value: number;
}

/** A day, and how much each series has on it. */
export type Day = { day: string } & Record<string, string | number>;

/** Amounts by day, for the names that have most; the others are one series. */
export function seriesOf(amounts: readonly Amount[], most: number, others: string): { names: string[]; days: Day[] } {
  const totals = new Map<string, number>();
  amounts.forEach(({ name, value }) => totals.set(name, (totals.get(name) ?? 0) + value));
  const ranked = [...totals].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const shown = ranked.length <= most ? ranked : [...ranked.slice(0, most - 1), others];
  const days = new Map<string, Day>();
  for (const amount of amounts) {
    const name = shown.includes(amount.name) ? amount.name : others;
    const day = days.get(amount.day) ?? { day: amount.day };
    day[name] = Number(day[name] ?? 0) + amount.value;
    days.set(day.day, day);
  }
  return { names: shown, days: [...days.values()].sort((a, b) => a.day.localeCompare(b.day)) };
}
