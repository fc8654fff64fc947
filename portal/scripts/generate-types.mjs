// Writes the types of every API that the page calls from the contracts, which alone say what they are.
import { mkdir, writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

const CONTRACTS = new URL('../../contracts/openapi/', import.meta.url);
const TYPES = new URL('../src/api/', import.meta.url);
const APIS = ['gateway', 'phi-scrubber', 'usage', 'rag', 'portal', 'routing'];

await mkdir(TYPES, { recursive: true });
await Promise.all(
  APIS.map(async (api) => {
    const types = astToString(await openapi(new URL(`${api}-v1.yaml`, CONTRACTS), { silent: true }));
    await writeFile(new URL(`${api}.generated.d.ts`, TYPES), types);
  }),
);
