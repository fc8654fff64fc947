import { useState } from 'react';
import { day, timeZone } from '../../lib/format';

export const GROUPS = ['day', 'team', 'user', 'model'] as const;

export type Group = (typeof GROUPS)[number];

export type Scope = ReturnType<typeof useScope>;

function firstOfMonth(): string {
  const now = new Date();
  return day(new Date(now.getFullYear(), now.getMonth(), 1));
}

/** Which days a report is of and what it tells apart: the month so far, until the person wants others. */
export function useScope(first: Group) {
  const [from, setFrom] = useState(firstOfMonth);
  const [to, setTo] = useState(() => day(new Date()));
  const [group, setGroup] = useState<Group>(first);
  return { from, to, group, range: { from, to, time_zone: timeZone() }, setFrom, setTo, setGroup };
}
