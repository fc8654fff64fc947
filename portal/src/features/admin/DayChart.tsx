import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { seriesOf, type Amount } from './series';

const COLOURS = ['#0e8893', '#d98a1f', '#7467d6', '#c2477a', '#4a9a45', '#8a949c'];

interface Props {
  label: string;
  amounts: readonly Amount[];
  /** An amount as people read it. */
  show(value: number): string;
  /** Whether there are no halves of what is counted. */
  whole?: boolean;
}

/** Amounts by day, a colour for each name. What it shows stands in a table below too. */
export default function DayChart({ label, amounts, show, whole = false }: Props) {
  const { t } = useTranslation();
  const { names, days } = useMemo(() => seriesOf(amounts, COLOURS.length, t('usage.other')), [amounts, t]);
  return (
    <>
      <div className="chart" role="img" aria-label={label}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={days} margin={{ top: 8, right: 8, bottom: 0, left: 8 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} />
            <XAxis dataKey="day" tickLine={false} tickFormatter={(day: string) => day.slice(5)} />
            <YAxis allowDecimals={!whole} tickLine={false} axisLine={false} width={72} tickFormatter={show} />
            <Tooltip
              cursor={{ fill: 'currentColor', opacity: 0.06 }}
              content={({ active, payload, label: day }) =>
                active && payload?.length ? (
                  <div className="chart-tip">
                    <strong>{String(day)}</strong>
                    {payload.map((part) => (
                      <span key={String(part.name)}>
                        {String(part.name)}: {show(Number(part.value))}
                      </span>
                    ))}
                  </div>
                ) : null
              }
            />
            {names.map((name, index) => (
              <Bar key={name} dataKey={name} stackId="amount" fill={COLOURS[index]} maxBarSize={48} isAnimationActive={false} />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className="legend">
        {names.map((name, index) => (
          <li key={name}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <rect width="12" height="12" rx="3" fill={COLOURS[index]} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}
