import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { isOver, useRecords, type OpenRecord } from './records';
import { RecordsProvider } from './RecordsProvider';

const IRMA: OpenRecord = { patient: { id: 'p1', name: 'Irma Peter', born: null, numbers: [] }, token: 'first', until: null };

it('ends the record whose token is refused, and none that was opened since', () => {
  const { result } = renderHook(useRecords, { wrapper: ({ children }) => <RecordsProvider system={null}>{children}</RecordsProvider> });
  const { end } = result.current;
  act(() => result.current.show(IRMA));
  act(() => end('first'));
  expect(isOver(result.current.open ?? IRMA, 1)).toBe(true);
  act(() => result.current.show({ ...IRMA, token: 'second' }));
  act(() => end('first'));
  expect(isOver(result.current.open ?? { ...IRMA, until: 0 }, 1)).toBe(false);
  act(() => result.current.close());
  act(() => end('second'));
  expect(result.current.open).toBeNull();
});
