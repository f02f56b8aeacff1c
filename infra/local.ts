import { synthesizeForLocalUse } from './synth.ts';

// A process of its own: the CDK is large, and nobody needs it once the template is there.
const [outdir, site] = process.argv.slice(2);
if (outdir === undefined) throw new Error('usage: node infra/local.ts OUTDIR [PAGE]');
await synthesizeForLocalUse(outdir, site);
