import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { json, showSignedIn } from '../../testing/signedIn';
import SharedPage from './SharedPage';

const SHARED = {
  object: 'shared', id: 's-1', title: 'Rounds', sharedBy: { subject: 'https://idp|bo', displayName: 'Bo' }, team: 'cardiology', model: 'echo',
  sharedAt: '2026-11-02T10:00:00Z',
};

function message(id: string, role: string, text: string) {
  return {
    object: 'message', id, parent: null, role, text, model: 'echo', finish: null, receipt: null, hasSeen: false, citations: [], attachments: [],
    template: null, siblings: [id], feedback: null, createdAt: '2026-11-02T09:00:00Z',
  };
}

function gateway(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  expect(request.method).toBe('GET');
  if (pathname.endsWith('/messages')) {
    const first = { data: [message('3', 'user', 'And the dose?'), message('4', 'assistant', '10 **mg**')], cursor: 'older' };
    const older = { data: [message('1', 'user', 'Which drug?'), message('2', 'assistant', 'Lisinopril')], cursor: null };
    return Promise.resolve(json({ object: 'list', ...(searchParams.get('cursor') === 'older' ? older : first) }));
  }
  return Promise.resolve(json(pathname === '/v1/portal/shared' ? { object: 'list', data: [SHARED], cursor: null } : SHARED));
}

function show(at: string) {
  showSignedIn({ page: <SharedPage />, route: '/shared/:share?', at, gateway });
}

it('lists what others share with the team and opens it', async () => {
  show('/shared');
  expect(await screen.findByText('Bo')).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: 'Rounds' }));
  expect(await screen.findByRole('heading', { name: 'Rounds' })).toBeTruthy();
});

it('shows all of it in its order, and nothing to do with it but copy', async () => {
  show('/shared/s-1');
  const said = await screen.findAllByRole('article');
  await screen.findByText('mg');
  expect(said.map((turn) => turn.textContent)).toEqual(['Which drug?', 'Lisinopril', 'And the dose?', '10 mg']);
  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(['Copy', 'Copy']);
  expect(screen.queryByRole('textbox')).toBeNull();
});
