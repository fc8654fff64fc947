import { beforeEach, expect, it } from 'vitest';
import type { Document, Library } from '../../lib/documents';
import { Problem } from '../../lib/problem';
import { Attachments, type Attached } from './attachments';

const FILE = new File(['Lisinopril'], 'letter.txt', { type: 'text/plain' });

let done: string[];
let statuses: Document['status'][];
let refused: Problem | null;
let shown: readonly Attached[];
let attachments: Attachments;
let library: Library;

function document(status: Document['status']): Document {
  return { id: 'd', title: 'letter', format: 'text', bytes: 1, status, reason: status === 'failed' ? 'encrypted' : null, passages: 0, createdAt: '', updatedAt: '' };
}

beforeEach(() => {
  done = [];
  statuses = ['queued', 'embedding', 'ready'];
  refused = null;
  library = {
    open: (collection) => {
      done.push(`open ${collection}`);
      return refused ? Promise.reject(refused) : Promise.resolve();
    },
    add: (_, file) => {
      done.push(`add ${file.name}`);
      return Promise.resolve(document('queued'));
    },
    look: () => Promise.resolve(document(statuses.shift() ?? 'ready')),
    remove: (_, id) => {
      done.push(`remove ${id}`);
      return Promise.resolve();
    },
  };
  attachments = new Attachments('c', library, (files) => (shown = files), () => Promise.resolve());
});

it('opens a collection of the conversation once, and sends what was read along once', async () => {
  const adding = attachments.add('1', FILE);
  expect(shown).toMatchObject([{ name: 'letter.txt', state: 'sending' }]);
  await adding;
  await attachments.add('2', FILE);
  expect(shown.map((file) => file.state)).toEqual(['ready', 'ready']);
  expect(done).toEqual(['open personal-c', 'add letter.txt', 'add letter.txt']);
  expect(attachments.take()[0]).toEqual({ name: 'letter.txt', mediaType: 'text/plain', bytes: 10, document: 'd', collection: 'personal-c' });
  expect(shown).toEqual([]);
  expect(attachments.take()).toEqual([]);
});

it('says why a document cannot be sent along, and does not send it', async () => {
  statuses = ['failed'];
  await attachments.add('1', FILE);
  expect(shown).toMatchObject([{ state: 'failed', reason: 'encrypted' }]);
  expect(attachments.take()).toEqual([]);
});

it('opens the collection again after that failed', async () => {
  refused = new Problem(503, 'audit_unavailable', 'away');
  await attachments.add('1', FILE);
  expect(shown).toMatchObject([{ state: 'failed', error: refused }]);
  refused = null;
  await attachments.add('2', FILE);
  expect(shown.map((file) => file.state)).toEqual(['failed', 'ready']);
});

it('opens the collection anew when its time is over', async () => {
  const { add } = library;
  await attachments.add('1', FILE);
  library.add = () => {
    library.add = add;
    return Promise.reject(new Problem(404, 'collection_not_found', 'gone'));
  };
  await attachments.add('2', FILE);
  expect(shown.map((file) => file.state)).toEqual(['ready', 'ready']);
  expect(done).toEqual(['open personal-c', 'add letter.txt', 'open personal-c', 'add letter.txt']);
});

it('deletes what is not to be sent along', async () => {
  await attachments.add('1', FILE);
  await attachments.remove('1');
  expect(shown).toEqual([]);
  expect(done.at(-1)).toBe('remove d');
});

it('deletes what was removed while it was being sent', async () => {
  let arrive: () => void = () => undefined;
  library.add = (_, file) => {
    done.push(`add ${file.name}`);
    return new Promise((resolve) => (arrive = () => resolve(document('queued'))));
  };
  const adding = attachments.add('1', FILE);
  await expect.poll(() => done).toContain('add letter.txt');
  await attachments.remove('1');
  expect(shown).toEqual([]);
  arrive();
  await adding;
  expect(shown).toEqual([]);
  expect(done).toEqual(['open personal-c', 'add letter.txt', 'remove d']);
});

it('shows what cannot be deleted until it is', async () => {
  const { remove } = library;
  const away = new Problem(503, 'store_unavailable', 'away');
  library.remove = () => Promise.reject(away);
  await attachments.add('1', FILE);
  await attachments.remove('1');
  expect(shown).toMatchObject([{ name: 'letter.txt', state: 'failed', error: away }]);
  expect(attachments.take()).toEqual([]);
  expect(shown).toHaveLength(1);
  library.remove = remove;
  await attachments.remove('1');
  expect(shown).toEqual([]);
  expect(done.at(-1)).toBe('remove d');
});

it('shows nothing of what is gone with its collection', async () => {
  library.remove = () => Promise.reject(new Problem(404, 'collection_not_found', 'gone'));
  await attachments.add('1', FILE);
  await attachments.remove('1');
  expect(shown).toEqual([]);
});

it('sends one file at a time, and none that is not wanted any more', async () => {
  const arrivals: (() => void)[] = [];
  library.add = (_, file) => {
    done.push(`add ${file.name}`);
    return new Promise((resolve, reject) => arrivals.push(file.name === 'b' ? () => reject(new Problem(503, 'busy', 'no')) : () => resolve(document('ready'))));
  };
  const adding = ['a', 'b', 'c', 'd'].map((name) => attachments.add(name, new File([name], name)));
  await expect.poll(() => arrivals).toHaveLength(1);
  await attachments.remove('c');
  arrivals[0]?.();
  await expect.poll(() => arrivals).toHaveLength(2);
  expect(done).toEqual(['open personal-c', 'add a', 'add b']);
  arrivals[1]?.();
  await expect.poll(() => arrivals).toHaveLength(3);
  arrivals[2]?.();
  await Promise.all(adding);
  expect(done).toEqual(['open personal-c', 'add a', 'add b', 'add d']);
  expect(shown.map(({ name, state }) => [name, state])).toEqual([['a', 'ready'], ['b', 'failed'], ['d', 'ready']]);
});
