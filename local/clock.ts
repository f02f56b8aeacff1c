import type { MachineClock } from './types.ts';

/** The machine's clock. It shows the real time until it is set, and again once it is released. */
export function machineClock(): MachineClock {
  const buffer = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const instant = new Float64Array(buffer);
  instant[0] = Number.NaN;
  return {
    buffer,
    now: () => {
      const [fixed = Number.NaN] = instant;
      return Number.isNaN(fixed) ? new Date() : new Date(fixed);
    },
    set: to => {
      const epoch = to.getTime();
      // NaN in the buffer means the real time: an invalid date must not release the clock.
      if (Number.isNaN(epoch)) throw new RangeError('The clock cannot be set to an invalid date');
      instant[0] = epoch;
    },
    release: () => {
      instant[0] = Number.NaN;
    },
  };
}
