import { expect, it } from 'vitest';
import { blocksOf, rowsOf } from './blocks';

const ANSWER = [
  '# Note', '', 'A paragraph', 'of two lines.', '', '- one', '', '- two', '', '  in two', '', 'After.', '', '```js', 'a', '', 'b', '```', '', '| a | b |', '| - | - |', '| 1 | 2 |', '',
  '$$', 'x', '', 'y', '$$', '', 'End.',
].join('\n');

it('cuts between blocks and never within one', () => {
  const blocks = blocksOf(ANSWER);
  expect(blocks).toContain('```js\na\n\nb\n```\n');
  expect(blocks).toContain('- one\n\n- two\n\n  in two\n');
  expect(blocks).toContain('$$\nx\n\ny\n$$\n');
  expect(blocks.at(-1)).toBe('End.');
  expect(blocks.join('\n')).toBe(ANSWER);
});

it('changes only the last block as a text grows', () => {
  for (let length = 1; length < ANSWER.length; length += 1) {
    const shorter = blocksOf(ANSWER.slice(0, length));
    const longer = blocksOf(ANSWER.slice(0, length + 1));
    const settled = shorter.slice(0, -2);
    expect(longer.slice(0, settled.length)).toEqual(settled);
  }
});

function table(rows: number): string {
  return ['| a | b |', '| - | -: |', ...Array.from({ length: rows }, (_, row) => `| ${row} | x |`)].join('\n');
}

it('cuts a long table into shorter ones of which only the last changes as it grows', () => {
  const parts = rowsOf(table(50)) ?? [];
  expect(parts).toHaveLength(3);
  expect(parts.every((part) => part.startsWith('| a | b |\n| - | -: |\n'))).toBe(true);
  expect(parts.flatMap((part) => part.split('\n').slice(2))).toEqual(table(50).split('\n').slice(2));
  expect((rowsOf(table(51)) ?? []).slice(0, 2)).toEqual(parts.slice(0, 2));
  expect(rowsOf(`${table(50)}\n`)).toEqual(parts);
});

it('leaves everything else whole', () => {
  expect(rowsOf(table(40))).toBeNull();
  expect(rowsOf(`Text\n${table(50)}`)).toBeNull();
  expect(rowsOf(`${table(50)}\ntext`)).toBeNull();
  expect(rowsOf(`${table(50)}\n| $x$ | y |`)).toBeNull();
  expect(rowsOf(['| a | b | c |', ...table(50).split('\n').slice(1)].join('\n'))).toBeNull();
  expect(rowsOf(['a', ...table(50).split('\n').slice(1)].join('\n'))).toBeNull();
});
