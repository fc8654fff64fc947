import type { Identity, PreviewResult } from './api';
import { spansOf, type Finding } from './spans';

/** Types of which a patient has one: two values are two patients. */
const ONE_PER_PATIENT: ReadonlySet<string> = new Set(['MRN', 'SSN', 'HEALTH_PLAN']);

/** How many earlier texts are looked at. */
const LOOK_BACK = 20;

/** A text and what was found in it. */
export interface Read {
  text: string;
  findings: readonly Finding[];
}

/** What was found in a text, if anybody answered, and the types of which it has a number of somebody else. */
export interface Looked {
  result: PreviewResult | null;
  others: string[];
}

export type Preview = (texts: string[], identities: Identity[], signal: AbortSignal) => Promise<PreviewResult[]>;

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

/** A number of a patient that is known otherwise than by a text. */
export interface KnownNumber {
  type: string;
  value: string;
}

/** The types of which texts have numbers, and none of the patient whose numbers these are. */
export function notOf(numbers: readonly KnownNumber[], before: readonly Read[]): string[] {
  const said = new Map<string, Set<string>>();
  for (const read of before) {
    numbersIn(read).forEach((values, type) => said.set(type, new Set([...(said.get(type) ?? []), ...values])));
  }
  return [...new Set(numbers.map(({ type }) => type))].filter((type) => {
    const values = said.get(type);
    return values !== undefined && !numbers.some((number) => number.type === type && values.has(normal(number.value)));
  });
}

/** Numbers that are known, as a text in which they were found. */
function readOf(numbers: readonly KnownNumber[]): Read[] {
  return numbers.map(({ type, value }) => {
    const finding = { start: 0, end: [...value].length, type, score: 1, detector: 'record', why: 'record' };
    return { text: value, findings: [finding] };
  });
}

/** What a text follows: others before it, and numbers of the patient whose record is open. */
export interface Known {
  numbers: readonly KnownNumber[];
  /** Whether the record was opened since the text before. */
  opened: boolean;
}

/** Watches whether the questions of one conversation are of one patient. What was found in a text is not asked for again. */
export class PatientWatch {
  private known = new Map<string, readonly Finding[]>();
  private identities: readonly Identity[] = [];

  constructor(private readonly preview: Preview) {}

  /** Look at a text that is to follow others; its preview may be known already. */
  async look(
    before: readonly string[],
    text: string,
    identities: Identity[],
    known: PreviewResult | null,
    signal: AbortSignal,
    record: Known = { numbers: [], opened: false },
  ): Promise<Looked> {
    const earlier = before.slice(-LOOK_BACK);
    const found = new Map(identities === this.identities ? this.known : []);
    const wanted = [...new Set(earlier)].filter((kept) => !found.has(kept));
    if (!known && (earlier.length > 0 || record.numbers.length > 0)) {
      wanted.push(text);
    }
    const results = wanted.length === 0 ? [] : await this.preview(wanted, identities, signal);
    results.forEach(({ findings }, index) => found.set(wanted[index] ?? '', findings));
    const result = known ?? results.at(-1) ?? null;
    if (result) {
      found.set(text, result.findings);
    }
    const reads = earlier.map((kept) => ({ text: kept, findings: found.get(kept) ?? [] }));
    this.identities = identities;
    this.known = new Map([...found].filter(([kept]) => kept === text || earlier.includes(kept)));
    const strangers = record.opened ? notOf(record.numbers, reads) : [];
    const others = result ? newPatientIn([...reads, ...readOf(record.numbers)], { text, findings: result.findings }) : [];
    return { result, others: [...new Set([...strangers, ...others])] };
  }
}
