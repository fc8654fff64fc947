import { spansOf, type Finding } from './spans';

/** Types of which a patient has one: two values are two patients. */
const ONE_PER_PATIENT: ReadonlySet<string> = new Set(['MRN', 'SSN', 'HEALTH_PLAN']);

/** A text and what was found in it. */
export interface Read {
  text: string;
  findings: readonly Finding[];
}

function normal(value: string): string {
  return value.replace(/[^\p{L}\p{N}]/gu, '').replace(/^0+/, '').toUpperCase();
}

function numbersIn(read: Read): Map<string, Set<string>> {
  const numbers = new Map<string, Set<string>>();
  for (const span of spansOf(read.text, read.findings)) {
    const { type } = span.finding;
    if (ONE_PER_PATIENT.has(type)) {
      const known = numbers.get(type) ?? new Set();
      numbers.set(type, known.add(normal(read.text.slice(span.start, span.end))));
    }
  }
  return numbers;
}

/** The types of which a new text has another number than the texts before it: then it is likely to be about somebody else. */
export function newPatientIn(before: readonly Read[], added: Read): string[] {
  const known = new Map<string, Set<string>>();
  for (const read of before) {
    numbersIn(read).forEach((values, type) => known.set(type, new Set([...(known.get(type) ?? []), ...values])));
  }
  return [...numbersIn(added)].flatMap(([type, values]) => {
    const others = known.get(type);
    return others && [...values].some((value) => !others.has(value)) ? [type] : [];
  });
}
