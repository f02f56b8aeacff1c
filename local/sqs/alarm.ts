/** One timer for many deadlines: rings at the earliest of those it was told. */
export interface Alarm {
  /** Rings by this instant (epoch ms) at the latest. */
  by(instant: number): void;
  close(): void;
}

/** setTimeout's longest wait. Ringing too early is harmless: whoever is rung up looks at the clock. */
const MAX_TIMEOUT_MS = 2_147_483_647;

/** An alarm that calls `ring`; whoever is called sets it again if something is left to wait for. */
export const createAlarm = (ring: () => void): Alarm => {
  let timer: NodeJS.Timeout | undefined;
  let earliest = Number.POSITIVE_INFINITY;
  return {
    by: instant => {
      if (instant >= earliest) return;
      earliest = instant;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          earliest = Number.POSITIVE_INFINITY;
          ring();
        },
        Math.min(Math.max(0, instant - Date.now()), MAX_TIMEOUT_MS),
      );
      timer.unref();
    },
    close: () => clearTimeout(timer),
  };
};
