import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { TrackRecord } from './data.ts';

interface CalibrationChartProps {
  readonly buckets: NonNullable<TrackRecord['calibration']>['buckets'];
  readonly stated: string;
  readonly observed: string;
}

const TICKS = [0, 0.25, 0.5, 0.75, 1];
const asPercent = (share: number): string => `${Math.round(100 * share)} %`;

/** Stated confidence to the right, what came true upwards. A picture: the table below it says the same. */
const CalibrationChart = ({ buckets, stated, observed }: CalibrationChartProps) => (
  <div className="race-chart" aria-hidden="true">
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={buckets} margin={{ top: 8, right: 16, bottom: 24, left: 8 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          type="number"
          dataKey="meanStated"
          domain={[0, 1]}
          ticks={TICKS}
          tickFormatter={asPercent}
          stroke="var(--muted)"
          label={{ value: stated, position: 'insideBottom', offset: -12, fill: 'var(--muted)' }}
        />
        <YAxis
          domain={[0, 1]}
          ticks={TICKS}
          tickFormatter={asPercent}
          stroke="var(--muted)"
          label={{ value: observed, angle: -90, position: 'insideLeft', fill: 'var(--muted)' }}
        />
        <ReferenceLine
          segment={[
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ]}
          stroke="var(--muted)"
          strokeDasharray="4 4"
        />
        <Line dataKey="observed" stroke="var(--line-1)" strokeWidth={2} isAnimationActive={false} />
      </LineChart>
    </ResponsiveContainer>
  </div>
);

export default CalibrationChart;
