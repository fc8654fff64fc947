/** Numbers, money and time as a reader of a language writes them. */
export function count(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}

/** Dollars, with as many digits as a small sum needs. */
export function usd(value: number | string, language: string): string {
  const dollars = typeof value === 'string' ? Number(value) : value;
  const digits = dollars !== 0 && Math.abs(dollars) < 0.01 ? 6 : 2;
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', maximumFractionDigits: digits }).format(dollars);
}

export function instant(value: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value));
}

export function day(value: Date): string {
  const month = String(value.getMonth() + 1).padStart(2, '0');
  return `${value.getFullYear()}-${month}-${String(value.getDate()).padStart(2, '0')}`;
}

export function seconds(millis: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'second', maximumFractionDigits: 1 }).format(millis / 1000);
}

export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The second half of `issuer|subject`, which is what people know themselves by. */
export function shortSubject(subject: string): string {
  return subject.slice(subject.indexOf('|') + 1);
}
