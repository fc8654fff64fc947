import type { ReactNode } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

export interface TableColumn<T> {
  id: string;
  /** Empty above buttons: then it is there for who does not see them. */
  name: string;
  show(row: T): ReactNode;
  /** Numbers stand to the right, under each other. */
  number?: boolean;
  /** Stays on one line, such as a time. */
  whole?: boolean;
}

function classOf<T>(column: TableColumn<T>): string {
  return [column.number ? 'number' : '', column.whole ? 'whole' : ''].filter(Boolean).join(' ');
}

interface Props<T> {
  label: string;
  columns: TableColumn<T>[];
  rows: readonly T[];
  keyOf(row: T): string;
}

/** Rows of one kind; it scrolls by itself where the page is narrower. */
export function DataTable<T extends object>({ label, columns, rows, keyOf }: Props<T>) {
  const { t } = useTranslation();
  return (
    <div className="table-scroll">
      <Table aria-label={label} className="table">
        <TableHeader>
          {columns.map((column, index) => (
            <Column key={column.id} id={column.id} isRowHeader={index === 0} className={classOf(column)}>
              {column.name || <span className="sr-only">{t('table.actions')}</span>}
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => <p className="muted empty">{t('table.empty')}</p>}>
          {rows.map((row) => (
            <Row key={keyOf(row)} id={keyOf(row)}>
              {columns.map((column) => (
                <Cell key={column.id} className={classOf(column)}>
                  {column.show(row)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
