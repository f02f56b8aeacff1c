/**
 * A `Date` that shows the machine's clock wherever the real one would show the present; everything else is the real
 * one's. It is a proxy, not a subclass, so that `instanceof`, subclassing and `Date()` as a function keep working.
 * @param instant one number, shared with the host: epoch milliseconds, or NaN for the real time
 */
export function virtualDate(instant: Float64Array): DateConstructor {
  const Real = Date;
  const realNow = Real.now;
  const now = (): number => {
    const [fixed = Number.NaN] = instant;
    return Number.isNaN(fixed) ? realNow() : fixed;
  };
  const Virtual = new Proxy(Real, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new Real(now()).toString(),
  });
  Real.now = now;
  Real.prototype.constructor = Virtual;
  return Virtual;
}
