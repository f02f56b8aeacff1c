import { describe, expect, it } from 'vitest';
import { FutureSchemaError, InvalidEventError, parseEnvelope, parseEvent } from '../../shared/events/envelope.ts';
import { goldenOf } from './golden.ts';

/** The golden envelope of a finished match with one value put elsewhere (undefined: taken away), by its path. */
const spoilt = (path: string, value: unknown, type = 'match.finished'): unknown => {
  const envelope = goldenOf(type);
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = envelope;
  for (const name of names) at = at[name] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return envelope;
};

const errorOf = (value: unknown, path?: string): Error => {
  try {
    parseEnvelope(value, path);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('it was taken for an event');
};

describe('an envelope that is malformed is refused by the path', () => {
  it.each<readonly [path: string, value: unknown]>([
    ...['id', 'type', 'schemaVersion', 'tenantId', 'stream', 'version', 'occurredAt', 'correlationId'].map(
      name => [name, undefined] as const,
    ),
    ...['causationId', 'actor', 'priority', 'hops', 'data.matchId', 'data.result.fullTime', 'data.home'].map(
      name => [name, undefined] as const,
    ),
    ['version', 0],
    ['version', 1.5],
    ['version', '1'],
    ['schemaVersion', '1'],
    ['schemaVersion', 'latest'],
    ['tenantId', 'ACME'],
    ['tenantId', 'a#b'],
    ['priority', 'urgent'],
    ['hops', 11],
    ['hops', -1],
    ['occurredAt', '2023-08-11'],
    ['occurredAt', '2023-08-11T20:00:00Z'],
    ['occurredAt', '2023-08-11T20:00:00.000+02:00'],
    ['occurredAt', '2023-02-30T20:00:00.000Z'],
    ['occurredAt', 1691784000000],
    ['data.matchId', 'match/1'],
    ['data.result.fullTime.home', -1],
    ['data.result.fullTime.home', '0'],
    ['data.result.fullTime.away', 2.5],
    ['data.result.shootOut.home', 201],
    ['data.home', '   '],
    ['data.away', 'x'.repeat(201)],
  ])('%s = %j', (path, value) => {
    const error = errorOf(spoilt(path, value));
    expect(error).toBeInstanceOf(InvalidEventError);
    expect(error.message).toMatch(new RegExp(`(^|; )detail\\.${path.replaceAll('.', '\\.')}: \\w`));
    expect(error.cause).toBeDefined();
  });

  it('with every path that is wrong, below the path of the caller', () => {
    const twice = { ...goldenOf('match.finished'), actor: 1, hops: 'many' };
    const { message } = errorOf(twice, 'Records[2].body.detail');
    expect(message).toMatch(/Records\[2]\.body\.detail\.actor: .*; Records\[2]\.body\.detail\.hops: /);
  });

  it.each([null, undefined, 7, 'event', []])('when it is %j', value => {
    expect(errorOf(value).message).toMatch(/^detail: /);
  });

  it('inside a verdict', () => {
    const error = errorOf(spoilt('data.verdict.byBasis.FT90.category', 'lucky', 'prediction.evaluated'));
    expect(error.message).toMatch(/^detail\.data\.verdict\.byBasis\.FT90\.category: .*\(prediction\.evaluated 1\.1\)$/);
  });

  it.each(['verdict.byBasis.FT90', 'matchVersion', 'settledAt'])('when an evaluation lacks %s', name => {
    const error = errorOf(spoilt(`data.${name}`, undefined, 'prediction.evaluated'));
    expect(error.message).toContain(`detail.data.${name}: `);
  });
});

describe('an envelope of the future is parked', () => {
  it.each([
    ['type', 'match.abandoned'],
    ['type', 'constructor'],
    ['schemaVersion', '2.0'],
    ['schemaVersion', '10.3'],
  ])('%s = %j', (path, value) => {
    const error = errorOf(spoilt(path, value));
    expect(error).toBeInstanceOf(FutureSchemaError);
    expect(error.message).toContain(`detail.${path}: `);
  });

  it('when its minor version is newer and it cannot be read: only newer code knows whether it is wrong', () => {
    const data = { ...(goldenOf('match.finished').data as object), home: 7 };
    const future = { ...goldenOf('match.finished'), schemaVersion: '1.1', data };
    expect(errorOf(future)).toBeInstanceOf(FutureSchemaError);
    expect(errorOf(future).message).toBe('detail.schemaVersion: match.finished 1.1 is newer than 1.0');
    expect(errorOf({ ...future, schemaVersion: '1.0' })).toBeInstanceOf(InvalidEventError);
  });

  it('whatever its data look like: they are not for this code', () => {
    const future = { ...goldenOf('match.finished'), schemaVersion: '2.0', data: { score: 'as a text now' } };
    expect(errorOf(future)).toBeInstanceOf(FutureSchemaError);
  });
});

describe('an envelope', () => {
  it('of a newer minor version is read without what it adds', () => {
    const newer = spoilt('data.attendance', 21_572) as Record<string, unknown>;
    const parsed = parseEnvelope({ ...newer, schemaVersion: '1.7' });
    expect(parsed).toEqual({ ...goldenOf('match.finished'), schemaVersion: '1.0' });
    expect(parseEnvelope(parsed)).toEqual(parsed);
  });

  it('may have come ten hops, and no trace', () => {
    const envelope = { ...goldenOf('match.finished'), hops: 10 };
    expect(parseEnvelope(envelope)).toMatchObject({ hops: 10 });
    expect(parseEnvelope(spoilt('traceparent', undefined))).not.toHaveProperty('traceparent');
  });
});

describe('an event alone', () => {
  it('is refused by its own path, and of an unknown type', () => {
    expect(() => parseEvent('pool.player-left', { poolId: 'p', playerId: 'ada' })).toThrow(
      /^data\.competition: .* \(pool\.player-left\)$/,
    );
    expect(() => parseEvent('pool.closed', {})).toThrow(InvalidEventError);
  });
});
