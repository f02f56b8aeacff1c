import { expect, test } from 'vitest';
import { corsFor } from '../../infra/constructs/cors.ts';
import { originsOf } from '../../infra/origins.ts';

test('pages of other sites call the API when -c origins names their site, and no others do', () => {
  expect(corsFor(originsOf(undefined))).toBeUndefined();
  const origins = ['https://matchday.example', 'https://b.example:8443', 'http://localhost:5173'];
  expect(corsFor(originsOf(origins.join()))?.allowOrigins).toEqual(origins);
});

test.each(['*', 'matchday.example', 'http://matchday.example', 'https://a.example/', 'https://*.example'])(
  'no site is called %s',
  origin => {
    expect(() => originsOf(origin)).toThrow(`-c origins=${origin}`);
  },
);
