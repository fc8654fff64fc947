import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { components } from '../../api/usage.generated';
import { usd } from '../../lib/format';
import { seriesOf } from './series';

const COLOURS = ['#0e8893', '#d98a1f', '#7467d6', '#c2477a', '#4a9a45', '#8a949c'];

/** Cost by day, a colour for each model. What it shows stands in the table below too. */
export default function UsageChart({ rows }: { rows: components['schemas']['Totals'][] }) {
  const { t, i18n } = useTranslation();
  const { names, days } = useMemo(() => seriesOf(rows, COLOURS.length, t('usage.other')), [rows, t]);
  return (
    <>
      <div className="chart" role="img" aria-label={t('usage.chart')}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={days} margin={{ top: 8, right: 8, bottom: 0, left: 8 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} />
            <XAxis dataKey="day" tickLine={false} tickFormatter={(day: string) => day.slice(5)} />
            <YAxis tickLine={false} axisLine={false} width={72} tickFormatter={(cost: number) => usd(cost, i18n.language)} />
            <Tooltip
              cursor={{ fill: 'currentColor', opacity: 0.06 }}
              content={({ active, payload, label }) =>
                active && payload?.length ? (
                  <div className="chart-tip">
                    <strong>{String(label)}</strong>
                    {payload.map((part) => (
                      <span key={String(part.name)}>
                        {String(part.name)}: {usd(Number(part.value), i18n.language)}
                      </span>
                    ))}
                  </div>
                ) : null
              }
            />
            {names.map((name, index) => (
              <Bar key={name} dataKey={name} stackId="cost" fill={COLOURS[index]} maxBarSize={48} isAnimationActive={false} />
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
