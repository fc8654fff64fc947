const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Cut a text of Markdown where blocks end, so that a long answer that still grows is not read anew as a whole with each word: all
 * blocks but the last stay as they are.
 */
export function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  let fence: string | null = null;
  let maths = false;
  for (const line of text.split('\n')) {
    const within = fence !== null || maths;
    const opened = FENCE.exec(line)?.[1];
    if (fence) {
      fence = opened && opened.startsWith(fence) && line.trim() === opened ? null : fence;
    } else if (opened) {
      fence = opened;
    } else if (line.trim() === '$$') {
      maths = !maths;
    }
    // A line that is indented belongs to a list or code above it, whatever is between.
    const ended = !within && block.at(-1) === '' && line !== '' && !/^\s/.test(line) && !isList(block, line);
    if (ended) {
      blocks.push(block.join('\n'));
      block = [];
    }
    block.push(line);
  }
  blocks.push(block.join('\n'));
  return blocks.filter((part) => part.trim() !== '');
}

const ITEM = /^([*+-]|\d{1,9}[.)])\s/;

function isList(block: readonly string[], line: string): boolean {
  return ITEM.test(line) && block.some((above) => ITEM.test(above));
}
