/** What stages differ in. */
export interface Stage {
  readonly name: 'dev' | 'prod';
  /** Whether tables refuse to be deleted. */
  readonly protect: boolean;
  /** How the API finds out who asks: `development` believes a header, `none` refuses everybody. */
  readonly principals: 'development' | 'none';
}

const STAGES: readonly Stage[] = [
  { name: 'dev', protect: false, principals: 'development' },
  { name: 'prod', protect: true, principals: 'none' },
];

/**
 * The stage that `-c stage=` names; `dev` when it names none.
 *
 * @throws Error naming the stages there are
 */
export const stageOf = (name: unknown): Stage => {
  const stage = STAGES.find(stage => stage.name === (name ?? 'dev'));
  if (!stage) throw new Error(`-c stage=${String(name)}: there are ${STAGES.map(({ name }) => name).join(' and ')}`);
  return stage;
};
