import type { components } from '../../client/api.d.ts';

/** A match as the API has it. */
export type Match = components['schemas']['Match'];
/** A prediction as the API has it. */
export type Prediction = components['schemas']['Prediction'];
