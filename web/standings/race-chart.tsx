import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';

/** Told apart by dashes too: colour alone would leave some people out. */
const DASHES = ['0', '6 3', '2 3', '10 3 2 3', '4 4', '8 2 2 2'];

export interface RaceChartProps {
  readonly rounds: readonly string[];
  readonly lines: readonly {
    readonly playerId: string;
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
  /** Ranks: the first is above. */
  readonly downwards: boolean;
  /** The round at which the slider stands. */
  readonly marked: string | undefined;
  readonly animate: boolean;
}

/** The race as lines. A picture: the table beside it says the same. */
const RaceChart = ({ rounds, lines, downwards, marked, animate }: RaceChartProps) => {
  const data = rounds.map((round, index) => ({
    round,
    ...Object.fromEntries(lines.map(({ playerId, values }) => [playerId, values[index] ?? null])),
  }));
  return (
    <div className="race-chart" aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={data} margin={{ top: 8, right: 16, bottom: 8, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="round" stroke="var(--muted)" tick={{ fontSize: 12 }} minTickGap={24} />
          <YAxis
            stroke="var(--muted)"
            tick={{ fontSize: 12 }}
            width={40}
            reversed={downwards}
            allowDecimals={false}
            interval={0}
            domain={downwards ? [1, 'dataMax'] : [0, 'dataMax']}
          />
          <Tooltip
            contentStyle={{ background: 'var(--surface)', border: '1px solid var(--edge)', color: 'var(--text)' }}
          />
          <Legend formatter={name => <span className="cut-name">{name}</span>} />
          {marked !== undefined && <ReferenceLine x={marked} stroke="var(--text)" strokeDasharray="4 4" />}
          {lines.map(({ playerId, name }, index) => (
            <Line
              key={playerId}
              dataKey={playerId}
              name={name}
              stroke={`var(--line-${(index % 6) + 1})`}
              strokeWidth={2}
              strokeDasharray={DASHES[index % DASHES.length] ?? '0'}
              dot={rounds.length < 3}
              connectNulls={false}
              isAnimationActive={animate}
              animationDuration={400}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
};

export default RaceChart;
