import { join } from 'node:path';
import { catalog } from '../shared/events/catalog.ts';
import { upcasters } from '../shared/events/upcasters.ts';
import { NotPublishableError, publishNew } from './schemas/published.ts';

const folder = join(import.meta.dirname, '../test/events');

try {
  const added = publishNew(folder, { catalog, upcasters });
  console.log(added.length > 0 ? `published ${added.join(', ')}` : 'nothing is new');
} catch (error) {
  if (!(error instanceof NotPublishableError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
