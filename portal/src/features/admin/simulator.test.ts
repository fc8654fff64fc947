import { expect, it } from 'vitest';
import { failing, leftAlone, type Line } from './catalogue';
import { EMPTY, supposedOf } from './simulator';

it('says only what is written in the form', () => {
  expect(supposedOf({ ...EMPTY, model: 'echo', identifiers: ' ', bytes: '' })).toEqual({
    model: 'echo',
    roles: ['Clinician'],
    identifiers: [],
    sign_in: { second_factor: true, age_seconds: 0 },
    media: false,
    stream: true,
    all_well: false,
  });
  const full = supposedOf({ ...EMPTY, model: 'echo', roles: 'Billing, Clinician', team: ' cardiology ', purpose: 'treatment', network: '10.0.0.1', at: '2026-01-05T08:00', identifiers: 'name, mrn' });
  expect(full).toMatchObject({ roles: ['Billing', 'Clinician'], team: 'cardiology', purpose: 'treatment', network: '10.0.0.1', identifiers: ['NAME', 'MRN'], request_bytes: 2000 });
  expect(full.at).toBe(new Date('2026-01-05T08:00').toISOString());
});

it('knows which deployments fail and which get no calls', () => {
  expect(failing({ answered: 0, failed: 0, open: 4 })).toBeNull();
  expect(failing({ answered: 3, failed: 1, open: 4 })).toBe(0.25);
  const line = (id: string, standing: Line['standing']) => ({ id, standing }) as Line;
  expect(leftAlone([line('a', 'closed'), line('b', 'breaker is open'), line('b', 'breaker is open'), line('c', 'cooling down'), line('d', 'probe')])).toEqual(['b', 'c']);
});
