import { lazy, Suspense, type ComponentProps } from 'react';
import { Loading } from '../../components/Loading';
import { Panel } from '../../components/Page';
import type DrawnChart from './DayChart';

const DayChart = lazy(() => import('./DayChart'));

/** A panel with a chart by day, which is loaded when there is something to draw. */
export function DayPanel(props: ComponentProps<typeof DrawnChart>) {
  return (
    props.amounts.length > 0 && (
      <Panel title={props.label}>
        <Suspense fallback={<Loading />}>
          <DayChart {...props} />
        </Suspense>
      </Panel>
    )
  );
}
