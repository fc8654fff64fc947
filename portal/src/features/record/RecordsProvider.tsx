import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { RecordSystem } from '../../lib/config';
import { RecordsContext, type OpenRecord } from './records';

/** Keeps the one record that is open, for as long as the page is. */
export function RecordsProvider({ system, children }: { system: RecordSystem | null; children: ReactNode }) {
  const [open, setOpen] = useState<OpenRecord | null>(null);
  const end = useCallback((token: string) => setOpen((now) => (now?.token === token ? { ...now, until: 0 } : now)), []);
  const records = useMemo(() => ({ system, open, show: setOpen, close: () => setOpen(null), end }), [system, open, end]);
  return <RecordsContext value={records}>{children}</RecordsContext>;
}
