// Prints what a browser loads before the chat page can be used, compressed, and fails above the budget.
import { readFile, writeFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, constants } from 'node:zlib';

const PAGE = 'target/page';
const BUDGET = 300 * 1024;
const WORTH_IT = 1024;

const manifest = JSON.parse(await readFile(join(PAGE, '.vite/manifest.json'), 'utf8'));
await rm(join(PAGE, '.vite'), { recursive: true });

const files = (await readdir(PAGE, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
for (const file of files) {
  const path = join(file.parentPath, file.name);
  if (/\.(woff|ttf)$/.test(file.name)) {
    // Of KaTeX's fonts every browser takes the smallest form.
    await rm(path);
  }
  if (/\.(js|css|html|svg|txt)$/.test(file.name)) {
    const plain = await readFile(path);
    if (plain.length > WORTH_IT) {
      await writeFile(`${path}.gz`, gzipSync(plain, { level: constants.Z_BEST_COMPRESSION }));
    }
  }
}

function reachable(keys, seen = new Set()) {
  for (const key of keys) {
    const chunk = manifest[key];
    if (chunk && !seen.has(key)) {
      seen.add(key);
      reachable(chunk.imports ?? [], seen);
    }
  }
  return seen;
}

async function weigh(keys, pick) {
  const names = new Set([...keys].flatMap((key) => pick(manifest[key])));
  const sizes = await Promise.all([...names].map(async (name) => gzipSync(await readFile(join(PAGE, name)), { level: 9 }).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const first = reachable(['index.html']);
const answered = reachable(['index.html', 'src/features/chat/Markdown.tsx']);
const script = await weigh(first, (chunk) => [chunk.file]);
const style = await weigh(first, (chunk) => chunk.css ?? []);
const later = (await weigh(answered, (chunk) => [chunk.file])) - script;
console.log(`portal: first load of the chat ${kb(script)} of script and ${kb(style)} of style, ${kb(later)} more with the first answer, compressed`);
if (script > BUDGET) {
  console.error(`portal: the first load may be ${kb(BUDGET)} of script`);
  process.exit(1);
}
