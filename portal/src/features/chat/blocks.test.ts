import { expect, it } from 'vitest';
import { blocksOf } from './blocks';

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
