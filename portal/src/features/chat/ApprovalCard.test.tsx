import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Problem } from '../../lib/problem';
import { ApprovalCard } from './ApprovalCard';
import type { Approval } from './stream';

const APPROVAL: Approval = {
  run: 'req_1', call: '2-1', tool: 'file_note', hash: 'sha256:1', expiresAt: '2026-11-02T10:00:00Z', outcome: 'waiting',
  draft: { text: '<img src=x onerror=alert(1)> **Irma** is better', left_out: 1 },
};

it('shows every word that would be written, and is decided with the keyboard alone', async () => {
  const decide = vi.fn(() => Promise.resolve());
  render(<ApprovalCard patient={null} approval={APPROVAL} open onDecide={decide} />);
  expect(screen.getByRole('region', { name: 'The agent wants to write' })).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toBe('The agent wants to write');
  expect(screen.getByText('<img src=x onerror=alert(1)> **Irma** is better')).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Approve' }));
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(decide).toHaveBeenCalledExactlyOnceWith(APPROVAL, false);
});

it('says when the decision was not taken, and lets the person decide again', async () => {
  const decide = vi.fn(() => Promise.reject(new Problem(409, 'approval_expired', 'late')));
  render(<ApprovalCard patient={null} approval={APPROVAL} open onDecide={decide} />);
  await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
  expect(await screen.findByText(/The time for this decision is over/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Approve' }).disabled).toBe(false);
});

it('says what became of it', () => {
  for (const [outcome, text] of [['approved', /You let the agent/], ['refused', /was refused/], ['expired', /Nobody decided/]] as const) {
    const { unmount } = render(<ApprovalCard patient={null} approval={{ ...APPROVAL, outcome }} open onDecide={() => Promise.resolve()} />);
    expect(screen.getByRole('status').textContent).toMatch(text);
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
  }
});

it('asks for nothing once the run is over', () => {
  render(<ApprovalCard patient={null} approval={APPROVAL} open={false} onDecide={() => Promise.resolve()} />);
  expect(screen.queryByRole('button')).toBeNull();
});

it('says where it would be written', () => {
  const patient = { id: 'p1', name: 'Irma Peter', born: '1955-03-14', numbers: [{ type: 'MRN' as const, value: '964741' }] };
  const { rerender } = render(<ApprovalCard patient={patient} approval={APPROVAL} open onDecide={() => Promise.resolve()} />);
  expect(screen.getByText('Irma Peter').closest('dd')?.textContent).toMatch(/record of this patient.*Irma Peter.*Mar 14, 1955.*964741/);
  rerender(<ApprovalCard patient={patient} approval={{ ...APPROVAL, tool: 'drugs__note' }} open onDecide={() => Promise.resolve()} />);
  expect(screen.getByText('The server drugs')).toBeTruthy();
  expect(screen.queryByText('Irma Peter')).toBeNull();
});
