/** Cuts pieces of output into lines; what has no end of line yet waits for it. Empty lines are dropped. */
export function lineSplitter(onLine: (line: string) => void): (text: string) => void {
  let rest = '';
  return text => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') onLine(line);
  };
}
