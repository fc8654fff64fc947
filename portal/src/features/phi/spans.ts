/** An identifier that the scrubber found: places are Unicode code points of the text, the end exclusive. */
export interface Finding {
  start: number;
  end: number;
  type: string;
  score: number;
  detector: string;
  why: string;
}

/** The same by places of a JavaScript string, which counts characters beyond the first plane twice. */
export interface Span {
  start: number;
  end: number;
  finding: Finding;
}

export interface Piece {
  text: string;
  span: Span | null;
}

/** Turn places of code points into places of the string. Findings that do not fit the text are left out. */
export function spansOf(text: string, findings: readonly Finding[]): Span[] {
  const ends = findings.flatMap((finding) => [finding.start, finding.end]).sort((a, b) => a - b);
  const places = new Map<number, number>();
  let points = 0;
  let units = 0;
  for (const end of ends) {
    while (points < end && units < text.length) {
      units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
      points += 1;
    }
    if (points === end) {
      places.set(end, units);
    }
  }
  return findings
    .flatMap((finding) => {
      const start = places.get(finding.start);
      const end = places.get(finding.end);
      return start === undefined || end === undefined || start >= end ? [] : [{ start, end, finding }];
    })
    .sort((a, b) => a.start - b.start);
}

/**
 * Spans of a text that has been typed on in since they were found: what stands before or behind the change moves with it, what was
 * changed is marked no longer until it is looked at again.
 */
export function carry(spans: readonly Span[], before: string, after: string): Span[] {
  if (before === after) {
    return [...spans];
  }
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) {
    head += 1;
  }
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail += 1;
  }
  const moved = after.length - before.length;
  return spans.flatMap((span) => {
    if (span.end <= head) {
      return [span];
    }
    return span.start >= before.length - tail ? [{ ...span, start: span.start + moved, end: span.end + moved }] : [];
  });
}

/** Cut a text at the spans, without a gap. Where spans overlap, the first counts. */
export function piecesOf(text: string, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < at || span.end > text.length) {
      continue;
    }
    if (span.start > at) {
      pieces.push({ text: text.slice(at, span.start), span: null });
    }
    pieces.push({ text: text.slice(span.start, span.end), span });
    at = span.end;
  }
  if (at < text.length) {
    pieces.push({ text: text.slice(at), span: null });
  }
  return pieces;
}

const PSEUDONYM =
  /\[(NAME|LOCATION|DATE|AGE|PHONE|FAX|EMAIL|SSN|MRN|HEALTH_PLAN|ACCOUNT|LICENSE|VEHICLE|DEVICE|URL|IP|BIOMETRIC|PHOTO|OTHER_ID)(?:_[0-9A-Z]+)*\]/g;

/** Cut a masked text at its pseudonyms, such as `[NAME_7KQ2]`. */
export function pseudonymsIn(masked: string): { text: string; type: string | null }[] {
  const pieces: { text: string; type: string | null }[] = [];
  let at = 0;
  for (const match of masked.matchAll(PSEUDONYM)) {
    if (match.index > at) {
      pieces.push({ text: masked.slice(at, match.index), type: null });
    }
    pieces.push({ text: match[0], type: match[1] ?? null });
    at = match.index + match[0].length;
  }
  if (at < masked.length) {
    pieces.push({ text: masked.slice(at), type: null });
  }
  return pieces;
}

/** How many of which type, such as `NAME=2,MRN=1` of the header `hilum-phi`. */
export function countsOf(header: string | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const part of (header ?? '').split(',')) {
    const [type, number] = part.split('=');
    if (type && /^[A-Z_]{1,32}$/.test(type.trim()) && Number.isInteger(Number(number))) {
      counts[type.trim()] = Number(number);
    }
  }
  return counts;
}
