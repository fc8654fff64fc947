import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { json, showSignedIn } from '../../testing/signedIn';
import TemplatesPage from './TemplatesPage';

const OWN = {
  object: 'template', id: 't-1', scope: 'own', title: 'Letter', description: 'For discharge', text: 'Findings: {{findings}}', variables: ['findings'],
  roles: [], language: 'en', version: 2, author: 'https://idp|ida', mayChange: true, updatedAt: '2026-11-02T10:00:00Z',
};
const OF_THE_HOSPITAL = { ...OWN, id: 'hospital:soap', scope: 'hospital', title: 'SOAP note', mayChange: false, roles: ['Clinician'], version: 5 };

let written: { method: string; path: string; body: unknown }[];

async function gateway(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (request.method !== 'GET') {
    written.push({ method: request.method, path: pathname, body: await request.json().catch(() => null) });
    return request.method === 'DELETE' ? new Response(null, { status: 204 }) : json(OWN);
  }
  if (pathname.endsWith('/versions')) {
    return json({ object: 'list', data: [{ version: 2, createdAt: '2026-11-02T10:00:00Z' }, { version: 1, createdAt: null }] });
  }
  if (pathname === '/v1/portal/templates') {
    return json({ object: 'list', data: [OWN, OF_THE_HOSPITAL] });
  }
  return json(searchParams.get('version') === '1' ? { ...OWN, version: 1, text: 'As it was' } : OWN);
}

async function show(...permissions: string[]) {
  showSignedIn({ page: <TemplatesPage />, route: '/templates', at: '/templates', gateway, permissions });
  await screen.findByRole('row', { name: /Letter/ });
}

beforeEach(() => {
  written = [];
});

it('changes only what the person may change', async () => {
  await show();
  expect(within(screen.getByRole('row', { name: /Letter/ })).getAllByRole('button')).toHaveLength(3);
  expect(within(screen.getByRole('row', { name: /SOAP note/ })).getAllByRole('button')).toHaveLength(1);
});

it('writes a template for the team, and names the places of its text', async () => {
  await show('templates.team');
  await userEvent.click(screen.getByRole('button', { name: 'New template' }));
  const dialog = screen.getByRole('dialog', { name: 'New template' });
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Title' }), 'Handover');
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^Text/ }), 'Bed {{{{bed}}: {{{{plan}}');
  expect(within(dialog).getByText('It asks for').textContent).toBe('It asks forbedplan');
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^Roles/ }), 'Clinician, Admin');
  await userEvent.click(within(dialog).getByRole('button', { name: /Whose/ }));
  await userEvent.click(await screen.findByRole('option', { name: "My team's" }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Create template' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(written).toEqual([
    {
      method: 'POST',
      path: '/v1/portal/templates',
      body: { title: 'Handover', description: null, text: 'Bed {{bed}}: {{plan}}', roles: ['Clinician', 'Admin'], language: null, scope: 'team' },
    },
  ]);
});

it('offers no team to whom may not write for it', async () => {
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'New template' }));
  expect(within(screen.getByRole('dialog')).queryByText('Whose')).toBeNull();
});

it('brings an earlier version back as a new one', async () => {
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Versions of Letter' }));
  const dialog = screen.getByRole('dialog', { name: 'Versions of Letter' });
  await within(dialog).findByText(OWN.text);
  expect(within(dialog).queryByRole('button', { name: /present one again/ })).toBeNull();
  await userEvent.click(within(dialog).getByRole('button', { name: /Version 2/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Version 1' }));
  await within(dialog).findByText('As it was');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Make version 1 the present one again' }));
  await waitFor(() => expect(written).toMatchObject([{ method: 'PUT', path: '/v1/portal/templates/t-1', body: { title: 'Letter', text: 'As it was', language: 'en' } }]));
});

it('deletes a template when that is confirmed', async () => {
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Delete Letter' }));
  expect(written).toEqual([]);
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(written).toMatchObject([{ method: 'DELETE', path: '/v1/portal/templates/t-1' }]));
});
