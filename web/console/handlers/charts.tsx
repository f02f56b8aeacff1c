import type { ReactNode } from 'react';
import {
  Area,
  AreaChart,
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { duration } from '../duration.ts';
import type { Point } from './series.ts';
import { handlersTexts } from './texts.ts';
import './charts.css';

/** Pixels. */
const HEIGHT = 220;

const TIP = { borderColor: 'var(--line)', background: 'var(--surface)', color: 'var(--text)' };

const Chart = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <figure className="card chart">
    <figcaption>{title}</figcaption>
    <ResponsiveContainer width="100%" height={HEIGHT}>
      {children}
    </ResponsiveContainer>
  </figure>
);

/** Rate, times and errors by the minute. The table beside them says the same in numbers. */
const Charts = ({ points, handler }: { readonly points: readonly Point[]; readonly handler: string }) => {
  const t = useTexts(handlersTexts);
  const format = useFormat();
  const data = [...points];
  const time = (minute: unknown): string => format.time(`${String(minute)}:00.000Z`);
  const count = (value: unknown): string => format.number(Number(value));
  const ms = (value: unknown): string => duration(format, Number(value));
  const common = { isAnimationActive: false, strokeWidth: 2 } as const;
  const frame = (unit: (value: unknown) => string) => [
    <CartesianGrid key="grid" stroke="var(--line)" vertical={false} />,
    <XAxis key="x" dataKey="minute" tickFormatter={time} minTickGap={40} stroke="var(--muted)" />,
    <YAxis key="y" tickFormatter={unit} width={70} allowDecimals={false} stroke="var(--muted)" />,
    <Tooltip key="tip" labelFormatter={time} formatter={unit} contentStyle={TIP} isAnimationActive={false} />,
    <Legend key="legend" />,
  ];
  const titleOf = (chart: string): string => t('ofHandler', { chart, handler });
  return (
    <div className="charts">
      <Chart title={titleOf(t('rate'))}>
        <AreaChart data={data} accessibilityLayer>
          {frame(count)}
          <Area
            {...common}
            dataKey="processed"
            name={t('processed')}
            stroke="var(--accent)"
            fill="var(--accent-soft)"
          />
        </AreaChart>
      </Chart>
      <Chart title={titleOf(t('latency'))}>
        <LineChart data={data} accessibilityLayer>
          {frame(ms)}
          <Line {...common} dataKey="meanMs" name={t('mean')} stroke="var(--accent)" />
          <Line {...common} dataKey="meanDelayMs" name={t('delay')} stroke="var(--warn)" strokeDasharray="6 3" />
        </LineChart>
      </Chart>
      <Chart title={titleOf(t('errors'))}>
        <BarChart data={data} accessibilityLayer>
          {frame(count)}
          <Bar isAnimationActive={false} stackId="errors" dataKey="failed" name={t('failed')} fill="var(--warn)" />
          <Bar isAnimationActive={false} stackId="errors" dataKey="parked" name={t('parked')} fill="var(--muted)" />
          <Bar
            isAnimationActive={false}
            stackId="errors"
            dataKey="deadLettered"
            name={t('deadLettered')}
            fill="var(--bad)"
          />
        </BarChart>
      </Chart>
    </div>
  );
};

export default Charts;
