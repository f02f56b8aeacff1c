import { dirname, join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from './document.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A file that is generated and committed. */
interface Artefact {
  readonly folder: string;
  readonly file: string;
  readonly text: string;
}

const artefact = (path: string, text: string): Artefact => {
  const file = join(ROOT, path);
  return { folder: dirname(file), file, text };
};

const NOTICE = '// Generated from the description of the API: npm run client\n\n';

/** The description as it is served, and the types of the client. */
export const artefacts = async (): Promise<readonly Artefact[]> => {
  const document = openApiDocument();
  // A field with a default may be left out of a request.
  const types = await openapiTS(JSON.stringify(document), { defaultNonNullable: false });
  return [
    artefact('shared/lambda/http/openapi.json', `${JSON.stringify(document, null, 2)}\n`),
    artefact('client/api.d.ts', NOTICE + astToString(types)),
  ];
};
