import { openApiDocument } from './api/document.ts';

/** `npm run --silent openapi`: the description of the API, from the schemas that validate. */
console.log(JSON.stringify(openApiDocument(), null, 2));
