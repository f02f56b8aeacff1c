import { mkdirSync, writeFileSync } from 'node:fs';
import { artefacts } from './api/artefacts.ts';

/** `npm run client`: writes what is generated from the description of the API, and committed with it. */
for (const { folder, file, text } of await artefacts()) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  console.log(file);
}
