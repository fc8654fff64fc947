import { createContext, useContext, useEffect, useState } from 'react';
import type { RecordSystem } from '../../lib/config';
import type { Patient } from './patient';

/** The record of one patient, opened by the person, for agents. It is in the memory of this page alone. */
export interface OpenRecord {
  patient: Patient;
  token: string;
  /** When the record system ends it, in milliseconds of the clock; unknown without. */
  until: number | null;
}

export interface Records {
  /** Where records are; without it none is opened here. */
  system: RecordSystem | null;
  open: OpenRecord | null;
  show(record: OpenRecord): void;
  close(): void;
  /** The record system takes a token no more. A record that was opened since stays as it is. */
  end(token: string): void;
}

export const RecordsContext = createContext<Records>({ system: null, open: null, show: () => undefined, close: () => undefined, end: () => undefined });

export function useRecords(): Records {
  return useContext(RecordsContext);
}

export function isOver({ until }: OpenRecord, now: number): boolean {
  return until !== null && now >= until;
}

/** How often it is looked whether a record is over: a page that slept finds out soon after it wakes. */
const LOOK = 1_000;

export function useIsOver(record: OpenRecord): boolean {
  const [over, setOver] = useState(() => isOver(record, Date.now()));
  useEffect(() => {
    const look = () => setOver(isOver(record, Date.now()));
    look();
    const timer = window.setInterval(look, LOOK);
    return () => window.clearInterval(timer);
  }, [record]);
  return over;
}
