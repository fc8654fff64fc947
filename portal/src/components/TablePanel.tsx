import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataTable, type TableColumn } from './DataTable';
import { Loaded } from './Loading';
import { Panel } from './Page';

interface Props<Found, Shown> {
  title: string;
  query: UseQueryResult<Found>;
  rows(found: Found): readonly Shown[];
  keyOf(row: Shown): string;
  columns: TableColumn<Shown>[];
  actions?: ReactNode;
  /** What is said above the table. */
  children?: ReactNode;
}

/** A part of a page that shows what a query found as a table. */
export function TablePanel<Found, Shown extends object>({ title, query, rows, keyOf, columns, actions, children }: Props<Found, Shown>) {
  return (
    <Panel title={title} actions={actions}>
      {children}
      <Loaded query={query}>{(found) => <DataTable label={title} rows={rows(found)} keyOf={keyOf} columns={columns} />}</Loaded>
    </Panel>
  );
}
