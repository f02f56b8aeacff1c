import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Command } from 'commander';
import { LocalRuntimeError } from '../../local/types.ts';
import { type Progress, progressBar } from '../progress.ts';

/** Exit code of a check that was not told what to check: 1 is an answer. */
const USAGE = 2;

/** A command whose exit code is an answer: 0 or 1. A line of arguments that it does not understand ends with 2. */
export const checkCommand = (name: string): Command =>
  new Command(name).exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : USAGE));

/** What a check is told, and cannot check: ends it as {@link checkCommand} says. */
export const misuse = (message: string): LocalRuntimeError => new LocalRuntimeError(message, { exitCode: USAGE });

/** A progress bar to the number of commits in a table. Counted every six hours on AWS: good enough for a bar. */
export const commitsBar = async (client: DynamoDBDocumentClient, table: string): Promise<Progress> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  return progressBar(Table?.ItemCount ?? 0, 'commits');
};
