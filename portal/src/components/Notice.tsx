import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS = { info: Info, warning: TriangleAlert, error: CircleAlert };

interface Props {
  tone: 'info' | 'warning' | 'error';
  children: ReactNode;
}

/** Something that the person has to know, read out at once if it went wrong. */
export function Notice({ tone, children }: Props) {
  const Icon = ICONS[tone];
  return (
    <div className={`notice ${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <Icon aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
