import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type CfnFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Construct } from 'constructs';
import type { FunctionConfig } from '../../shared/events/subscription.ts';
import { grantAccess, type Tables, tableVariables } from './access.ts';
import { encryptedLogGroup } from './log-group.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface HandlerFunctionProps extends FunctionConfig {
  /** The function's folder under `functions/`. */
  readonly folder: string;
  /** What it may have access to; a function without access needs none. */
  readonly tables?: Tables;
  readonly environment?: Readonly<Record<string, string>>;
}

/** ESM bundles need `require` for the few packages that still call it; `module` first lets esbuild drop what is not used. */
const BUNDLING = {
  format: OutputFormat.ESM,
  mainFields: ['module', 'main'],
  target: 'node24',
  minify: true,
  sourceMap: true,
  externalModules: [],
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
};

/** One Lambda function: its own bundle, role, log group, and access to no more than its configuration names. */
export class HandlerFunction extends Construct {
  readonly function: NodejsFunction;

  constructor(scope: Construct, id: string, { folder, tables, environment, ...config }: HandlerFunctionProps) {
    super(scope, id);
    const entry = `functions/${folder}/handler.ts`;
    if (!existsSync(join(ROOT, entry))) throw new Error(`functions/${folder} has no handler.ts`);
    const logGroup = encryptedLogGroup(this, 'Logs');
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    if (tables) grantAccess(this, role, tables, config.access);
    else if (config.access.length > 0) throw new Error(`functions/${folder} is given no tables`);
    this.function = new NodejsFunction(this, 'Function', {
      entry: join(ROOT, entry),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: Duration.seconds(config.timeout),
      memorySize: config.memory,
      role,
      logGroup,
      bundling: BUNDLING,
      depsLockFilePath: join(ROOT, 'package-lock.json'),
      environment: {
        HANDLER_NAME: folder,
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: folder,
        POWERTOOLS_METRICS_NAMESPACE: 'Matchday',
        ...(tables && tableVariables(tables, config.access)),
        ...environment,
      },
    });
    // What the local runtime bundles: the asset of the template is made for AWS.
    (this.function.node.defaultChild as CfnFunction).addMetadata('local:entry', entry);
  }
}
