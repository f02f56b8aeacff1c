/** Writes a line to stdout. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
