import { describe, expect, test } from 'vitest';
import { arnOf, lambda, payloadOf, start } from './harness.ts';

describe('an invocation', () => {
  test('hands event and result over as JSON, and keeps the environment for the next one', async () => {
    const { functions } = await start([lambda('probe', 'probe.ts')]);
    const value = { text: 'é', list: [1, null], nested: { yes: true } };
    expect(payloadOf(await functions.invoke(arnOf('probe'), { do: 'echo', value }))).toEqual({ value, invocations: 1 });
    expect(payloadOf(await functions.invoke(arnOf('probe'), { do: 'echo', value: 2 }))).toEqual({
      value: 2,
      invocations: 2,
    });
    expect(payloadOf(await functions.invoke(arnOf('probe'), { do: 'nothing' }))).toBeUndefined();
    expect(functions.statistics.get('probe')).toMatchObject({ invocations: 3, failures: 0, environments: 1 });
    expect(functions.statistics.get('probe')?.importMs).toBeGreaterThan(0);
    expect(functions.inFlight).toBe(0);
  });

  test('sees the template’s variables, Lambda’s own and the endpoint, and nothing of the host', async () => {
    process.env.SECRET_OF_THE_HOST = 'x';
    const properties = { Environment: { Variables: { TABLE_NAME: 'ledger' } }, MemorySize: 256 };
    const { functions } = await start([lambda('probe', 'probe.ts', properties)]);
    const environment = payloadOf(await functions.invoke(arnOf('probe'), { do: 'environment' }));
    expect(environment).toMatchObject({
      TABLE_NAME: 'ledger',
      AWS_REGION: 'eu-west-1',
      AWS_LAMBDA_FUNCTION_NAME: 'probe',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^LOCAL[0-9A-F]{15}$/),
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
      _HANDLER: 'index.handler',
    });
    for (const name of ['SECRET_OF_THE_HOST', 'PATH', 'HOME', 'NODE_OPTIONS'])
      expect(environment).not.toHaveProperty(name);
  });

  test('gets a context with the time that is left', async () => {
    const { functions } = await start([lambda('probe', 'probe.ts', { Timeout: 4, MemorySize: 512 })]);
    const context = payloadOf(await functions.invoke(arnOf('probe'), { do: 'context' }));
    expect(context).toMatchObject({
      functionName: 'probe',
      functionVersion: '$LATEST',
      invokedFunctionArn: arnOf('probe'),
      memoryLimitInMB: '512',
      logGroupName: '/aws/lambda/probe',
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const { remaining } = context as { remaining: number };
    expect(remaining).toBeGreaterThan(2000);
    expect(remaining).toBeLessThanOrEqual(4000);
  });

  test('fails with the error thrown, its stack with the names of functions, and its environment lives on', async () => {
    const { functions, lines } = await start([lambda('probe', 'probe.ts')]);
    const result = await functions.invoke(arnOf('probe'), { do: 'throw' });
    expect(result).toMatchObject({ status: 'failed', error: { errorType: 'TypeError', errorMessage: 'not today' } });
    if (result.status === 'failed') expect(result.error.stackTrace[0]).toContain('at handler ');
    expect(lines.join('\n')).toContain('not today');
    const circular = await functions.invoke(arnOf('probe'), { do: 'circular' });
    expect(circular).toMatchObject({ status: 'failed', error: { errorMessage: 'Unable to stringify response body' } });
    expect(payloadOf(await functions.invoke(arnOf('probe'), { do: 'echo', value: 1 }))).toMatchObject({
      invocations: 3,
    });
    expect(functions.statistics.get('probe')).toMatchObject({ invocations: 3, failures: 2 });
  });

  test('passes on what is printed, line by line', async () => {
    const { functions, lines } = await start([lambda('probe', 'probe.ts')]);
    await functions.invoke(arnOf('probe'), { do: 'print', lines: ['{"level":"INFO"}', 'two\nlines'] });
    expect(lines).toEqual(['{"level":"INFO"}', 'two', 'lines']);
  });

  test('of an unknown function fails; a version or alias is the function', async () => {
    const { functions } = await start([lambda('probe', 'probe.ts')]);
    expect(await functions.invoke(arnOf('other'), {})).toMatchObject({
      error: { errorType: 'ResourceNotFoundException' },
    });
    expect(payloadOf(await functions.invoke(`${arnOf('probe')}:live`, { do: 'echo', value: 1 }))).toMatchObject({
      value: 1,
    });
  });
});

describe('an environment is replaced', () => {
  test.each(['sleep', 'spin'])('after a timeout (%s)', async how => {
    const { functions, lines } = await start([lambda('probe', 'probe.ts', { Timeout: 1 })]);
    const result = await functions.invoke(arnOf('probe'), { do: how, ms: 60_000 });
    expect(result).toMatchObject({
      status: 'timed-out',
      error: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(/Task timed out after 1\.00 seconds$/),
      },
    });
    expect(result.durationMs).toBeGreaterThan(990);
    if (how === 'sleep') expect(lines).toContain('going to sleep');
    expect(payloadOf(await functions.invoke(arnOf('probe'), { do: 'echo', value: 1 }))).toMatchObject({
      invocations: 1,
    });
  });

  test('after process.exit', async () => {
    const { functions, lines } = await start([lambda('probe', 'probe.ts')]);
    expect(await functions.invoke(arnOf('probe'), { do: 'exit' })).toMatchObject({
      status: 'crashed',
      error: { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('exit status 3') },
    });
    expect(lines).toContain('about to exit');
    expect(payloadOf(await functions.invoke(arnOf('probe'), { do: 'echo', value: 1 }))).toMatchObject({
      invocations: 1,
    });
  });

  test('after an exception that nobody catches', async () => {
    const { functions } = await start([lambda('probe', 'probe.ts')]);
    expect(await functions.invoke(arnOf('probe'), { do: 'uncaught' })).toMatchObject({
      status: 'crashed',
      error: { errorType: 'RangeError', errorMessage: 'nobody catches this' },
    });
    expect(payloadOf(await functions.invoke(arnOf('probe'), { do: 'echo', value: 1 }))).toMatchObject({
      invocations: 1,
    });
  });
});

describe('a function that cannot be loaded', () => {
  test('for want of an environment variable crashes at every invocation', async () => {
    const { functions } = await start([lambda('broken', 'needs-table.ts')]);
    const expected = { status: 'crashed', error: { errorMessage: 'TABLE_NAME is not set' } };
    expect(await functions.invoke(arnOf('broken'), {})).toMatchObject(expected);
    expect(
      await Promise.all([functions.invoke(arnOf('broken'), {}), functions.invoke(arnOf('broken'), {})]),
    ).toMatchObject([expected, expected]);
    expect(functions.inFlight).toBe(0);
  });

  test.each([
    ['exits-on-import.ts', 'index.handler', { errorType: 'Runtime.ExitError' }],
    ['callback.ts', 'index.handler', { errorType: 'Runtime.CallbackHandlerDeprecated' }],
    [
      'probe.ts',
      'index.main',
      { errorType: 'Runtime.HandlerNotFound', errorMessage: 'main is undefined or not exported' },
    ],
  ])('says why: %s, %s', async (entry, handler, error) => {
    const { functions } = await start([lambda('broken', entry, { Handler: handler })]);
    expect(await functions.invoke(arnOf('broken'), {})).toMatchObject({ status: 'crashed', error });
  });
});
