import { describe, expect, it } from 'vitest';
import { carry, countsOf, piecesOf, pseudonymsIn, spansOf, type Finding } from './spans';

function finding(start: number, end: number, type = 'NAME'): Finding {
  return { start, end, type, score: 1, detector: 'test', why: 'why' };
}

describe('spansOf', () => {
  it('counts a character beyond the first plane as the two units that it is', () => {
    const text = '👩‍⚕️ saw Irma 🎉 and Bo';
    const points = [...text];
    const of = (word: string) => {
      const start = points.join('\0').split('\0').findIndex((_, index) => points.slice(index, index + word.length).join('') === word);
      return finding(start, start + word.length);
    };
    const spans = spansOf(text, [of('Irma'), of('Bo')]);
    expect(spans.map((span) => text.slice(span.start, span.end))).toEqual(['Irma', 'Bo']);
  });

  it('agrees with a count of code points on every cut of a mixed text', () => {
    const text = 'a𝔸é漢👍🏽z';
    const points = [...text];
    for (let start = 0; start < points.length; start += 1) {
      for (let end = start + 1; end <= points.length; end += 1) {
        const [span] = spansOf(text, [finding(start, end)]);
        expect(text.slice(span?.start, span?.end)).toBe(points.slice(start, end).join(''));
      }
    }
  });

  it('leaves out what does not fit the text', () => {
    expect(spansOf('abc', [finding(1, 9), finding(2, 2), finding(0, 1)])).toHaveLength(1);
  });
});

describe('carry', () => {
  const before = 'Irma Peter, MRN 964741, was seen';
  const spans = spansOf(before, [finding(0, 10), finding(16, 22, 'MRN')]);
  const words = (text: string) => carry(spans, before, text).map((span) => text.slice(span.start, span.end));

  it('keeps marks when text is added behind, before or between', () => {
    expect(words(`${before} today`)).toEqual(['Irma Peter', '964741']);
    expect(words(`Today ${before}`)).toEqual(['Irma Peter', '964741']);
    expect(words('Irma Peter, of the MRN 964741, was seen')).toEqual(['Irma Peter', '964741']);
  });

  it('marks what was changed no longer', () => {
    expect(words('Irma Peter, MRN 964, was seen')).toEqual(['Irma Peter']);
    expect(words('')).toEqual([]);
  });
});

describe('piecesOf', () => {
  it('loses no character and shows no overlap twice', () => {
    const text = 'Irma Peter, 964741';
    const pieces = piecesOf(text, spansOf(text, [finding(0, 10), finding(5, 10), finding(12, 18, 'MRN')]));
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.span).map((piece) => piece.text)).toEqual(['Irma Peter', '964741']);
  });
});

describe('pseudonymsIn', () => {
  it('finds pseudonyms and nothing that only looks like one', () => {
    const pieces = pseudonymsIn('[NAME_7KQ2_W8GF] has [MRN_M4TX], see [1] and [todo]');
    expect(pieces.filter((piece) => piece.type).map((piece) => [piece.text, piece.type])).toEqual([
      ['[NAME_7KQ2_W8GF]', 'NAME'],
      ['[MRN_M4TX]', 'MRN'],
    ]);
    expect(pieces.map((piece) => piece.text).join('')).toBe('[NAME_7KQ2_W8GF] has [MRN_M4TX], see [1] and [todo]');
    expect(pseudonymsIn('[HEALTH_PLAN_2ABC]')[0]?.type).toBe('HEALTH_PLAN');
  });
});

describe('countsOf', () => {
  it('reads the header and nothing else', () => {
    expect(countsOf('NAME=2,HEALTH_PLAN=1')).toEqual({ NAME: 2, HEALTH_PLAN: 1 });
    expect(countsOf('none')).toEqual({});
    expect(countsOf('<b>=1,NAME=x')).toEqual({});
    expect(countsOf(null)).toEqual({});
  });
});
