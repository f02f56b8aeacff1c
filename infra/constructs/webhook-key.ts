import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

/** The key that secrets of webhooks are sealed under: made by Secrets Manager, seen by nobody. See docs/adr/0020. */
export class WebhookKey extends Secret {
  constructor(scope: Construct, id: string, encryptionKey: IKey) {
    super(scope, id, {
      description: 'Matchday: the key that secrets of webhooks are sealed under',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      encryptionKey,
      // Without it no secret in the table can be read.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'What is sealed under it is sealed once: another key would have to come beside it, not in its place.',
    });
  }
}
