import type { Station } from './stations.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The upper edge of what looks like a drum. */
const LID = 4;

/** What a station looks like: a table is a drum, a queue has slots, the rest are boxes. */
export const Shape = ({ kind, width, height }: Size & Pick<Station, 'kind'>) => {
  const lid = `a${width / 2} ${LID} 0 0 1 ${width} 0`;
  if (kind === 'table' || kind === 'bucket')
    return (
      <>
        <path className="shape" d={`M0 ${LID} ${lid} V${height - LID} a${width / 2} ${LID} 0 0 1 ${-width} 0 z`} />
        <path className="trim" d={`M0 ${LID} a${width / 2} ${LID} 0 0 0 ${width} 0`} />
      </>
    );
  const radius = kind === 'function' ? 10 : kind === 'channel' || kind === 'rule' ? height / 2 : 4;
  return (
    <>
      <rect className="shape" width={width} height={height} rx={radius} />
      {kind === 'queue' && (
        <path className="trim" d={`M${width - 6} 0 v${height} m-6 0 v${-height} m-6 0 v${height}`} />
      )}
    </>
  );
};

/** How full a queue is: a power of ten is a third of it. */
export const Backlog = ({ waiting, width, height }: Size & { readonly waiting: number }) => (
  <rect
    className="backlog"
    x={3}
    y={height - 6}
    width={Math.min(1, Math.log10(1 + waiting) / 3) * (width - 24)}
    height={3}
    rx={1.5}
  />
);
