import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { UsageMeter } from './UsageMeter';

vi.mock('./me', () => ({
  useMe: () => ({ data: { thisMonth: { costUsd: '0.50' }, limits: [{ window: 'month', limitUsd: '2.00' }, { window: 'day', limitUsd: '1.00' }] } }),
}));

it('says by name what it measures, and how much of it', () => {
  render(<UsageMeter />);
  const meter = screen.getByRole('meter', { name: "Spent of this month's budget" });
  expect(meter.getAttribute('aria-valuetext')).toBe('$0.50 of $2.00 this month');
});
