import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { shapeTokens } from '../../shared/lambda/shape-tokens.ts';

export const handler = async (event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> =>
  shapeTokens(event);
