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

const RULE = /^\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?$/;

/** How many rows of a table are read at a time. */
const ROWS = 20;

const cellsOf = (line: string): number => line.replace(/\\\|/g, '').replace(/^\||\|\s*$/g, '').split('|').length;

/** Cut a block that is one long table into tables of some rows each, all with its head; nothing if it is none, or has formulas. */
export function rowsOf(block: string): string[] | null {
  const lines = block.trimEnd().split('\n');
  const [head = '', rule = '', ...rows] = lines;
  if (rows.length <= 2 * ROWS || !head.startsWith('|') || !RULE.test(rule) || cellsOf(head) !== cellsOf(rule) || !rows.every((row) => row.startsWith('|')) || block.includes('$')) {
    return null;
  }
  const parts: string[] = [];
  for (let from = 0; from < rows.length; from += ROWS) {
    parts.push([head, rule, ...rows.slice(from, from + ROWS)].join('\n'));
  }
  return parts;
}
