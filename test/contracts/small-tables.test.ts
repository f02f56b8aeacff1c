import { afterAll, beforeAll, describe } from 'vitest';
import { dynamoDBGenerations } from '../../shared/store/dynamodb-generations.ts';
import { dynamoDBPlayerKeys } from '../../shared/store/dynamodb-player-keys.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { memoryGenerations } from '../support/memory-generations.ts';
import { memoryPlayerKeys } from '../support/memory-player-keys.ts';
import { newName } from './commits.ts';
import { generationsContract } from './generations.contract.ts';
import { dynamoDBPlayerKeysContract, playerKeysContract } from './player-keys.contract.ts';

// Tables of few items: one DynamoDB Local for all of them.
let dynamodb: TestDynamoDB;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  await dynamodb.createTable('keys');
});
afterAll(() => dynamodb?.close());

describe('the register of generations', () => {
  describe('in memory', () => generationsContract(async () => memoryGenerations()));
  describe('on DynamoDB', () =>
    generationsContract(async () => {
      const table = await dynamodb.createTable(newName('generations'));
      return dynamoDBGenerations(dynamodb.client(), table);
    }));
});

describe('keys of players', () => {
  describe('in memory', () => playerKeysContract(memoryPlayerKeys));
  describe('on DynamoDB', () => {
    playerKeysContract(() => dynamoDBPlayerKeys(dynamodb.client(), 'keys'));
    dynamoDBPlayerKeysContract(maxAttempts => dynamodb.client(maxAttempts));
  });
});
