import type { Find } from './harness.ts';

interface Statement {
  readonly Action: string | readonly string[];
}

/** Four mistakes, as somebody would make them; outbox, scoring and standings are left as they are. */
export const mistakes = (find: Find): void => {
  const notify = find('AWS::Lambda::Function', 'notifyHandlerFunction');
  Object.assign(notify.Metadata ?? {}, { 'local:entry': 'test/e2e/fixtures/throws.ts' });

  const { PolicyDocument: document } = find('AWS::IAM::Policy', 'recordanalyticsHandlerRole').Properties as {
    PolicyDocument: { Statement: readonly Statement[] };
  };
  document.Statement = document.Statement.filter(({ Action }) => !Action.includes('dynamodb:UpdateItem'));

  const { Environment } = find('AWS::Lambda::Function', 'catchunroutedHandlerFunction').Properties as {
    Environment: { Variables: Record<string, unknown> };
  };
  delete Environment.Variables.AUDIT_TABLE;

  for (const rule of ['Busprojectstandings2', 'Busnotify4', 'Buspushlive1']) {
    const { EventPattern: pattern } = find('AWS::Events::Rule', rule).Properties as {
      EventPattern: Record<string, unknown>;
    };
    const types = pattern['detail-type'] as readonly string[];
    if (!types.includes('pool.player-joined')) throw new Error('the rule is another one now');
    pattern['detail-type'] = types.map(type => (type === 'pool.player-joined' ? 'pool.player-jioned' : type));
  }
};
