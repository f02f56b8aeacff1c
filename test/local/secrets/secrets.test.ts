import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, describe, expect, it } from 'vitest';
import { operator, scratch } from '../stack/support.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { accessExcept, arn, assemblyOf, resource } from '../support/machine.ts';

const ARN = arn('secretsmanager', 'secret:key-1a2b3c');
const secret = (properties = {}) =>
  assemblyOf(
    resource(
      'AWS::SecretsManager::Secret',
      'key',
      { GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true }, ...properties },
      ARN,
    ),
  );

const open: TestGateway[] = [];
afterEach(async () => {
  for (const gateway of open.splice(0)) await gateway.close();
});

const start = async (assembly = secret(), over: Parameters<typeof startTestGateway>[1] = {}) => {
  const gateway = await startTestGateway(assembly, over);
  open.push(gateway);
  return (SecretId: string, accessKeyId = 'operator') =>
    new SecretsManagerClient({
      ...operator(gateway.endpoint),
      credentials: { accessKeyId, secretAccessKey: 'x' },
    }).send(new GetSecretValueCommand({ SecretId }));
};

describe('a secret that the template has generated', () => {
  it('is as long as the template says, and the same each time, by name and by ARN', async () => {
    const read = await start();
    const first = await read(ARN);
    expect(first).toMatchObject({ ARN, Name: 'key', SecretString: expect.stringMatching(/^[a-zA-Z0-9]{64}$/) });
    expect((await read('key')).SecretString).toBe(first.SecretString);
  });

  it('is another on each machine, and outlives the runtime in a data folder', async () => {
    const folder = scratch();
    const values = [
      (await (await start())(ARN)).SecretString,
      (await (await start(secret(), { secrets: folder }))(ARN)).SecretString,
      (await (await start(secret(), { secrets: folder }))(ARN)).SecretString,
    ];
    expect(values[1]).toBe(values[2]);
    expect(values[0]).not.toBe(values[1]);
  });

  it('leaves out the characters that the template excludes', async () => {
    const settings = { PasswordLength: 200, ExcludeCharacters: 'abc!' };
    const { SecretString = '' } = await (await start(secret({ GenerateSecretString: settings })))(ARN);
    expect(SecretString).toHaveLength(200);
    expect(SecretString).toMatch(/^[^abc!]+$/);
  });
});

describe('reading a secret', () => {
  it('takes the permission for this very one', async () => {
    const read = await start(secret(), { access: accessExcept(`secretsmanager:GetSecretValue ${ARN}`) });
    await expect(read('key', 'role-reader')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('refuses one that is not there', async () => {
    const read = await start();
    await expect(read('other')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
