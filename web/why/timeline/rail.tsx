import type { Links } from './links.ts';

/** The two chains beside an event: a dot in its own, lines to its neighbours, an arrow from what caused it. */
export const Rail = ({ chain, before, goesOn, past, cause }: Links) => {
  const isCaused = cause !== undefined && chain === 'prediction';
  return (
    <span className="rail" aria-hidden="true">
      {(['match', 'prediction'] as const).map(own => {
        const isHere = own === chain;
        const up = isHere ? before !== undefined : past[own];
        const down = isHere ? goesOn : past[own];
        return (
          <span key={own} className={`track ${own}`}>
            {up && <span className={`up ${isHere && before?.holds === false ? 'broken' : ''}`} />}
            {down && <span className="down" />}
            {isHere && <span className="dot" />}
          </span>
        );
      })}
      {isCaused && <span className="because" />}
      {isCaused && !past.match && <span className="because-up" />}
    </span>
  );
};
