import { descriptionOperations } from '../../shared/lambda/http/description.ts';
import { httpHandler, type Operation } from '../../shared/lambda/http/http-handler.ts';
import document from '../../shared/lambda/http/openapi.json' with { type: 'json' };
import http from './routes.ts';

const operations = descriptionOperations(document) satisfies Record<keyof typeof http.routes, Operation>;

export const handler = httpHandler(http.routes, operations);
