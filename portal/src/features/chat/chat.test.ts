import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Document } from '../../lib/documents';
import { Problem } from '../../lib/problem';
import { MemoryStore } from '../conversations/memory';
import type { OpenRecord } from '../record/records';
import { Chat } from './chat';
import type { CompletionRequest } from './completion';
import type { Asking, ChatParts } from './state';
import type { Approval, ChatEvent } from './stream';
import { titleOf } from './turns';

const ASKING: Asking = { model: 'sandbox', collections: [], preview: { masked: '[NAME_7KQ2]?', findings: [] }, record: null };

const IRMA: OpenRecord = { patient: { id: 'p1', name: 'Irma Peter', born: null, numbers: [{ type: 'MRN', value: '964741' }] }, token: 'secret', until: 1_000 };
const OTTO: OpenRecord = { ...IRMA, patient: { id: 'p2', name: 'Otto Vogel', born: null, numbers: [] } };

const LETTER: Document = {
  id: 'd', title: 'letter', format: 'text', bytes: 1, status: 'ready', reason: null, passages: 1, createdAt: '', updatedAt: '',
};

let asked: CompletionRequest[];
let ended: string[];
let answers: (() => AsyncGenerator<ChatEvent>)[];
let store: MemoryStore;
let parts: ChatParts;

function saying(...words: string[]): () => AsyncGenerator<ChatEvent> {
  return async function* () {
    for (const text of words) {
      yield { kind: 'text', text };
    }
    yield { kind: 'finish', reason: 'stop' };
    yield { kind: 'usage', usage: { inputTokens: 3, cachedTokens: 0, outputTokens: 2, reasoningTokens: 0 } };
  };
}

beforeEach(() => {
  asked = [];
  ended = [];
  answers = [];
  store = new MemoryStore(() => new Date(0));
  let ids = 0;
  parts = {
    store,
    uuid: () => `id-${(ids += 1)}`,
    now: () => 0,
    frame: (show) => show(),
    written: () => undefined,
    pause: () => Promise.resolve(),
    chance: () => 0,
    library: {
      open: () => Promise.resolve(),
      add: () => Promise.resolve(LETTER),
      look: () => Promise.resolve(LETTER),
      remove: () => Promise.resolve(),
    },
    answered: () => undefined,
    recordEnded: (token) => ended.push(token),
    preview: (texts) => Promise.resolve(texts.map((masked) => ({ masked, findings: [] }))),
    decide: () => Promise.resolve(),
    complete: (request, signal) => {
      asked.push(request);
      const events = answers.shift();
      signal.throwIfAborted();
      return events
        ? Promise.resolve({ receipt: { requestId: 'req_1', phi: { NAME: 1 } }, remaining: { budgetUsd: 1, requests: 2 }, events: events() })
        : Promise.reject(new Problem(429, 'budget_exceeded', 'no'));
    },
  };
});

function texts(chat: Chat): string[] {
  return chat.snapshot().turns.map((turn) => turn.text);
}

describe('Chat', () => {
  it('asks with what was said and keeps question, answer and receipt', async () => {
    const chat = new Chat('c', false, parts);
    answers.push(saying('Hello', ' Irma'), saying('Bye'));
    await chat.send('Irma?', ASKING);
    await chat.send('And now?', ASKING);
    expect(texts(chat)).toEqual(['Irma?', 'Hello Irma', 'And now?', 'Bye']);
    expect(asked[1]?.messages.map((message) => message.content)).toEqual(['Irma?', 'Hello Irma', 'And now?']);
    expect(asked[1]?.conversation).toBe('c');
    const kept = await store.branch('c');
    expect(kept.map((message) => message.text)).toEqual(texts(chat));
    expect(kept[1]).toMatchObject({ finish: 'stop', receipt: { requestId: 'req_1', phi: { NAME: 1 }, inputTokens: 3, outputTokens: 2 } });
    expect(await store.seen('c', kept[0]?.id ?? '')).toBe('[NAME_7KQ2]?');
    expect((await store.get('c')).title).toBe('Irma?');
  });

  it('gives the record that is open to agents alone', async () => {
    const chat = new Chat('c', false, parts);
    answers.push(saying('Fine'), saying('Fine'));
    await chat.send('Irma?', { ...ASKING, record: IRMA });
    await chat.send('Irma?', { ...ASKING, model: 'agent/clinical', record: IRMA });
    expect(asked.map(({ record }) => record)).toEqual([null, { patient: 'p1', token: 'secret' }]);
    expect(chat.snapshot().turns.map(({ patient }) => patient?.id)).toEqual([undefined, undefined, undefined, 'p1']);
    expect(JSON.stringify(await store.branch('c'))).not.toContain('secret');
  });

  it('says of which record the token was refused', async () => {
    const chat = new Chat('c', false, parts);
    answers.push(saying('Fine'), async function* refused() {
      yield { kind: 'recordEnded' };
      yield { kind: 'finish', reason: 'stop' };
    });
    await chat.send('Irma?', { ...ASKING, model: 'agent/clinical', record: IRMA });
    expect(ended).toEqual([]);
    await chat.send('And now?', { ...ASKING, model: 'agent/clinical', record: IRMA });
    expect(ended).toEqual(['secret']);
  });

  it('asks no agent once the time of the record is over, and says so', async () => {
    const chat = new Chat('c', false, parts);
    parts.now = () => 1_000;
    await chat.send('Irma?', { ...ASKING, model: 'agent/clinical', record: IRMA });
    expect(asked).toEqual([]);
    expect(chat.snapshot().turns[1]?.error).toMatchObject({ code: 'record_over' });
  });

  it('holds what is asked with another record than before, and answers nothing again with it', async () => {
    const chat = new Chat('c', false, parts);
    const agent = { ...ASKING, model: 'agent/clinical' };
    answers.push(saying('Fine'), saying('Otto is fine'));
    await chat.send('How is she?', { ...agent, record: IRMA });
    await chat.send('And he?', { ...agent, record: OTTO });
    expect(chat.snapshot().held?.others).toEqual(['RECORD']);
    await chat.retry(chat.snapshot().turns[1]?.id ?? '', { ...agent, record: OTTO });
    expect(chat.snapshot().failure).toMatchObject({ code: 'record_other' });
    expect(asked).toHaveLength(1);
    await chat.sendHeld();
    expect(asked[1]?.record?.patient).toBe('p2');
  });

  it('holds a text that has a number of another patient than the record', async () => {
    const chat = new Chat('c', false, parts);
    const finding = { start: 4, end: 10, type: 'MRN', score: 1, detector: 'test', why: '' };
    answers.push(saying('Fine'));
    await chat.send('MRN 771204?', { ...ASKING, record: IRMA, preview: { masked: '', findings: [finding] } });
    expect(chat.snapshot().held?.others).toEqual(['MRN']);
    await chat.send('MRN 964741?', { ...ASKING, record: IRMA, preview: { masked: '', findings: [finding] } });
    expect(asked).toHaveLength(1);
  });

  it('holds the first text with a record if the texts before were of another patient', async () => {
    const chat = new Chat('c', false, parts);
    const finding = { start: 4, end: 10, type: 'MRN', score: 1, detector: 'test', why: '' };
    parts.preview = (texts) => Promise.resolve(texts.map((masked) => ({ masked, findings: masked.startsWith('MRN') ? [finding] : [] })));
    answers.push(saying('Fine'));
    await chat.send('MRN 771204?', { ...ASKING, preview: { masked: '', findings: [finding] } });
    await chat.send('And now?', { ...ASKING, record: IRMA, preview: null });
    expect(chat.snapshot().held?.others).toEqual(['MRN']);
  });

  it('shows what an agent would write, has it decided, and what became of it', async () => {
    const chat = new Chat('c', false, parts);
    const approval: Approval = { run: 'req_1', call: '2-1', tool: 'file_note', hash: 'sha256:1', expiresAt: '2026-11-02T10:00:00Z', draft: { text: 'Irma' }, outcome: 'waiting' };
    const decided: [string, boolean][] = [];
    let go: () => void = () => undefined;
    const deciding = new Promise<void>((resolve) => (go = resolve));
    parts.decide = ({ hash }, approve) => {
      decided.push([hash, approve]);
      go();
      return Promise.resolve();
    };
    answers.push(async function* () {
      yield { kind: 'approval', approval };
      await deciding;
      yield { kind: 'decision', call: '2-1', outcome: 'refused' };
      yield { kind: 'text', text: 'Not filed' };
    });
    const sending = chat.send('File it', ASKING);
    await vi.waitFor(() => expect(chat.snapshot().turns[1]?.approvals).toEqual([approval]));
    await chat.decide(approval, false);
    await sending;
    expect(decided).toEqual([['sha256:1', false]]);
    expect(chat.snapshot().turns[1]).toMatchObject({ text: 'Not filed', approvals: [{ ...approval, outcome: 'refused' }] });
    expect(JSON.stringify(await store.branch('c'))).not.toContain('sha256:1');
  });

  it('branches with another answer and comes back to the first', async () => {
    const chat = new Chat('c', false, parts);
    answers.push(saying('one'), saying('two'));
    await chat.send('Irma?', ASKING);
    const first = chat.snapshot().turns[1]?.id ?? '';
    await chat.retry(first, ASKING);
    expect(texts(chat)).toEqual(['Irma?', 'two']);
    expect(asked[1]?.messages).toEqual(asked[0]?.messages);
    expect(chat.snapshot().turns[1]?.siblings[0]).toBe(first);
    expect(chat.snapshot().turns[1]?.siblings).toHaveLength(2);
    await chat.turnTo(first);
    expect(texts(chat)).toEqual(['Irma?', 'one']);
  });

  it('shows again what the store refused when one comes back to its branch, and only there', async () => {
    const chat = new Chat('c', false, parts);
    answers.push(saying('one'), saying('other'), saying('two'));
    await chat.send('Irma?', ASKING);
    const first = chat.snapshot().turns[1]?.id ?? '';
    await chat.retry(first, ASKING);
    const other = chat.snapshot().turns[1]?.id ?? '';
    const append = store.append.bind(store);
    store.append = () => Promise.reject(new Problem(413, 'message_too_large', 'too much'));
    const sending = chat.send('And now?', ASKING);
    await expect.poll(() => chat.snapshot().unsaved).toBe('refused');
    store.append = append;
    await sending;
    expect(texts(chat)).toEqual(['Irma?', 'other', 'And now?', 'two']);
    await chat.turnTo(first);
    expect(texts(chat)).toEqual(['Irma?', 'one']);
    await chat.turnTo(other);
    expect(texts(chat)).toEqual(['Irma?', 'other', 'And now?', 'two']);
  });

  it('says nothing while it comes to another branch, and can after that failed', async () => {
    const chat = new Chat('c', false, parts);
    answers.push(saying('one'), saying('two'), saying('three'));
    await chat.send('Irma?', ASKING);
    const first = chat.snapshot().turns[1]?.id ?? '';
    await chat.retry(first, ASKING);
    const turning = chat.turnTo(first);
    expect(chat.snapshot().busy).toBe(true);
    await chat.send('And now?', ASKING);
    await turning;
    expect(texts(chat)).toEqual(['Irma?', 'one']);
    store.change = () => Promise.reject(new Problem(503, 'store_unavailable', 'away'));
    await chat.turnTo(first);
    expect(chat.snapshot()).toMatchObject({ busy: false, failure: { code: 'store_unavailable' } });
    await chat.send('And now?', ASKING);
    expect(chat.snapshot().failure).toBeNull();
    expect(texts(chat)).toEqual(['Irma?', 'one', 'And now?', 'three']);
    expect(asked.at(-1)?.messages.map((message) => message.content)).toEqual(['Irma?', 'one', 'And now?']);
  });

  it('does not turn to another branch while something is said', async () => {
    const chat = new Chat('c', false, parts);
    answers.push(saying('one'), saying('two'), saying('three'));
    await chat.send('Irma?', ASKING);
    const first = chat.snapshot().turns[1]?.id ?? '';
    await chat.retry(first, ASKING);
    store.change = () => Promise.reject(new Error('turned'));
    const sending = chat.send('And now?', ASKING);
    await chat.turnTo(first);
    await sending;
    expect(texts(chat)).toEqual(['Irma?', 'two', 'And now?', 'three']);
  });

  it('branches with an edited question and keeps what was said before', async () => {
    const chat = new Chat('c', false, parts);
    answers.push(saying('one'), saying('two'), saying('three'));
    await chat.send('first', ASKING);
    await chat.send('second', ASKING);
    await chat.edit(chat.snapshot().turns[2]?.id ?? '', 'other', ASKING);
    expect(texts(chat)).toEqual(['first', 'one', 'other', 'three']);
    expect(chat.snapshot().turns[2]?.siblings).toHaveLength(2);
    expect((await store.branch('c')).map((message) => message.text)).toEqual(['first', 'one', 'other', 'three']);
  });

  it('keeps what came before it was stopped', async () => {
    const chat = new Chat('c', false, parts);
    answers.push(async function* () {
      yield { kind: 'text', text: 'half' };
      chat.stop();
      throw new DOMException('aborted', 'AbortError');
    });
    await chat.send('Irma?', ASKING);
    expect(chat.snapshot()).toMatchObject({ busy: false });
    expect(chat.snapshot().turns[1]).toMatchObject({ text: 'half', finish: 'cancelled', state: 'done' });
    expect((await store.branch('c'))[1]?.finish).toBe('cancelled');
  });

  it('shows a refusal, keeps no answer, and asks again in its place', async () => {
    const chat = new Chat('c', false, parts);
    await chat.send('Irma?', ASKING);
    const failed = chat.snapshot().turns[1];
    expect(failed).toMatchObject({ state: 'failed', error: { code: 'budget_exceeded' } });
    expect(await store.branch('c')).toHaveLength(1);
    answers.push(saying('now'));
    await chat.retry(failed?.id ?? '', ASKING);
    expect(texts(chat)).toEqual(['Irma?', 'now']);
    expect(chat.snapshot().turns[1]?.siblings).toHaveLength(1);
  });

  it('does not send again what was refused', async () => {
    const chat = new Chat('c', false, parts);
    await chat.send('Irma?', ASKING);
    answers.push(saying('fine'));
    await chat.send('And without a name?', ASKING);
    expect(asked[1]?.messages).toEqual([{ role: 'user', content: 'And without a name?' }]);
    expect(texts(chat)).toEqual(['Irma?', '', 'And without a name?', 'fine']);
  });

  it('keeps what follows an answer that failed', async () => {
    const chat = new Chat('c', false, parts);
    await chat.send('Irma?', ASKING);
    answers.push(saying('fine'));
    await chat.send('And without a name?', ASKING);
    expect((await store.branch('c')).map((message) => message.text)).toEqual(['Irma?', 'And without a name?', 'fine']);
    expect(chat.snapshot().unsaved).toBeNull();
  });

  it('keeps later what could not be kept at once, in its order and once', async () => {
    const chat = new Chat('c', false, parts);
    const append = store.append.bind(store);
    store.append = async (...message) => {
      await append(...message);
      throw new Problem(503, 'store_unavailable', 'nobody knows whether it is there');
    };
    parts.pause = () => new Promise(() => undefined);
    answers.push(saying('one'), saying('two'));
    await chat.send('first', ASKING);
    expect(chat.snapshot().unsaved).toBe('trying');
    store.append = append;
    await chat.send('second', ASKING);
    expect((await store.branch('c')).map((message) => message.text)).toEqual(['first', 'one', 'second', 'two']);
    expect(chat.snapshot().unsaved).toBeNull();
  });

  it('keeps by itself what could not be kept at once, and says so until then', async () => {
    const chat = new Chat('c', false, parts);
    const append = store.append.bind(store);
    store.append = () => Promise.reject(new Problem(503, 'store_unavailable', 'away'));
    const waits: { millis: number; end(): void }[] = [];
    parts.pause = (millis) => new Promise((end) => waits.push({ millis, end }));
    answers.push(saying('one'));
    await chat.send('first', ASKING);
    for (let tries = 0; tries < 6; tries += 1) {
      await expect.poll(() => waits.length).toBe(tries + 1);
      expect(chat.snapshot().unsaved).toBe('trying');
      waits.at(-1)?.end();
    }
    await expect.poll(() => waits.length).toBe(7);
    expect(waits.map(({ millis }) => millis)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    store.append = append;
    waits.at(-1)?.end();
    await expect.poll(() => chat.snapshot().unsaved).toBeNull();
    expect((await store.branch('c')).map((message) => message.text)).toEqual(['first', 'one']);
    expect(waits).toHaveLength(7);
  });

  it('waits as long as the store says, and no longer than a minute', async () => {
    const chat = new Chat('c', false, parts);
    const waits: number[] = [];
    const after = [30, 3_600];
    store.append = () => Promise.reject(new Problem(503, 'store_unavailable', 'away', null, after[waits.length] ?? null));
    parts.pause = (millis) => (waits.push(millis) < 3 ? Promise.resolve() : new Promise(() => undefined));
    answers.push(saying('one'));
    await chat.send('first', ASKING);
    await expect.poll(() => waits.length).toBe(3);
    expect(waits).toEqual([30_000, 60_000, 4_000]);
  });

  it('ends trying some time, and tries again when the person wants it', async () => {
    const chat = new Chat('c', false, parts);
    const append = store.append.bind(store);
    let tried = 0;
    store.append = () => {
      tried += 1;
      return Promise.reject(new Problem(503, 'store_unavailable', 'away'));
    };
    answers.push(saying('one'));
    await chat.send('first', ASKING);
    await expect.poll(() => chat.snapshot().unsaved).toBe('waiting');
    expect(tried).toBeLessThan(30);
    store.append = append;
    await chat.keepNow();
    expect(chat.snapshot().unsaved).toBeNull();
    expect((await store.branch('c')).map((message) => message.text)).toEqual(['first', 'one']);
  });

  it('says that a rating could not be kept', async () => {
    const chat = new Chat('c', false, parts);
    answers.push(saying('one'));
    await chat.send('first', ASKING);
    store.rate = () => Promise.reject(new Problem(503, 'store_unavailable', 'away'));
    await chat.rate(chat.snapshot().turns[1]?.id ?? '', { rating: 'up' });
    expect(chat.snapshot().failure).toMatchObject({ code: 'store_unavailable' });
    expect(chat.snapshot().turns[1]?.feedback).toBeNull();
  });

  it('keeps what comes after something that is refused', async () => {
    const chat = new Chat('c', false, parts);
    const append = store.append.bind(store);
    store.append = (id, message) => (message.text === 'long' ? Promise.reject(new Problem(413, 'too_large', 'no')) : append(id, message));
    answers.push(saying('one'), saying('two'));
    await chat.send('long', ASKING);
    await chat.send('second', ASKING);
    expect((await store.branch('c')).map((message) => message.text)).toEqual(['one', 'second', 'two']);
    expect(chat.snapshot().unsaved).toBe('refused');
  });

  it('is busy while its first question is written down, and writes in the order of what was said', async () => {
    const append = store.append.bind(store);
    const slow: (() => void)[] = [];
    store.append = async (id, message) => {
      await new Promise<void>((resolve) => slow.push(resolve));
      await append(id, message);
    };
    const chat = new Chat('c', false, parts);
    answers.push(saying('one'), saying('two'));
    const first = chat.send('first', ASKING);
    expect(chat.snapshot().busy).toBe(true);
    await chat.send('overtaking', ASKING);
    await expect.poll(() => slow.length).toBe(1);
    expect(chat.snapshot()).toMatchObject({ busy: true, looking: false, draft: '' });
    slow.shift()?.();
    await expect.poll(() => chat.snapshot().busy).toBe(false);
    const second = chat.send('second', ASKING);
    for (let written = 1; written < 4; written += 1) {
      await expect.poll(() => slow.length).toBe(1);
      slow.shift()?.();
    }
    await Promise.all([first, second]);
    expect((await store.branch('c')).map((message) => message.text)).toEqual(['first', 'one', 'second', 'two']);
  });

  it('does not answer a question that was stopped before it left', async () => {
    const chat = new Chat('c', false, parts);
    store.create = () => {
      chat.stop();
      return Promise.resolve();
    };
    answers.push(saying('one'));
    await chat.send('first', ASKING);
    expect(texts(chat)).toEqual(['first', '']);
    expect(chat.snapshot()).toMatchObject({ busy: false });
    expect(chat.snapshot().turns[1]?.finish).toBe('cancelled');
  });

  it('can be written to once what was said before is here', async () => {
    const chat = new Chat('c', false, parts);
    answers.push(saying('one'));
    await chat.send('first', ASKING);
    const again = new Chat('c', true, parts);
    expect(again.snapshot().loaded).toBe(false);
    await again.load();
    expect(again.snapshot().loaded).toBe(true);
    expect(texts(again)).toEqual(['first', 'one']);
  });

  it('answers from what is attached, now and later, and keeps it with an edited question', async () => {
    const chat = new Chat('c', false, parts);
    answers.push(saying('one'), saying('two'), saying('three'));
    await chat.attachments.add('1', new File(['x'], 'letter.txt'));
    await chat.send('What does it say?', { ...ASKING, collections: ['guidelines'] });
    expect(chat.snapshot().attached).toEqual([]);
    expect(asked[0]?.collections).toEqual(['personal-c', 'guidelines']);
    expect((await store.branch('c'))[0]?.attachments).toMatchObject([{ name: 'letter.txt', document: 'd', collection: 'personal-c' }]);
    await chat.send('And then?', ASKING);
    expect(asked[1]?.collections).toEqual(['personal-c']);
    await chat.edit(chat.snapshot().turns[0]?.id ?? '', 'What else?', ASKING);
    expect(asked[2]?.collections).toEqual(['personal-c']);
    expect(chat.snapshot().turns[0]?.attachments).toHaveLength(1);
  });

  it('says what was looked at, and leaves what is attached meanwhile', async () => {
    const chat = new Chat('c', false, parts);
    answers.push(saying('one'), saying('two'));
    await chat.send('first', ASKING);
    const look = chat.send('second', ASKING);
    chat.write('of another patient');
    let upload: (letter: Document) => void = () => undefined;
    parts.library.add = () => new Promise((resolve) => (upload = resolve));
    const adding = chat.attachments.add('1', new File(['x'], 'letter.txt'));
    expect(chat.snapshot()).toMatchObject({ looking: true, draft: 'second' });
    await look;
    upload(LETTER);
    await adding;
    expect(texts(chat)).toEqual(['first', 'one', 'second', 'two']);
    expect(chat.snapshot().attached).toMatchObject([{ name: 'letter.txt', state: 'ready' }]);
    chat.write('third');
    expect(chat.snapshot().draft).toBe('third');
  });

  it('goes on without documents whose time is over, and says so, until they are attached again', async () => {
    const chat = new Chat('c', false, parts);
    const { complete } = parts;
    let gone = true;
    parts.complete = (request, signal) => {
      if (gone && request.collections.includes('personal-c')) {
        return Promise.reject(new Problem(404, 'collection_not_found', 'no'));
      }
      return complete(request, signal);
    };
    answers.push(saying('one'), saying('two'), saying('three'));
    await chat.attachments.add('1', new File(['x'], 'letter.txt'));
    await chat.send('What does it say?', ASKING);
    expect(texts(chat)).toEqual(['What does it say?', 'one']);
    expect(chat.snapshot().documentsGone).toBe(true);
    gone = false;
    await chat.send('And now?', ASKING);
    expect(asked.at(-1)?.collections).toEqual([]);
    await chat.attachments.add('2', new File(['x'], 'letter.txt'));
    await chat.send('And with the letter?', ASKING);
    expect(asked.at(-1)?.collections).toEqual(['personal-c']);
    expect(chat.snapshot().documentsGone).toBe(false);
  });

  it('says that it could not keep something and goes on', async () => {
    store.append = () => Promise.reject(new Problem(503, 'store_unavailable', 'away'));
    const chat = new Chat('c', false, parts);
    answers.push(saying('Hello'));
    await chat.send('Irma?', ASKING);
    expect(texts(chat)).toEqual(['Irma?', 'Hello']);
    await expect.poll(() => chat.snapshot().unsaved).toBe('waiting');
  });

  it('shows a long stream at most once a frame', async () => {
    let frames: (() => void)[] = [];
    parts.frame = (show) => frames.push(show);
    const chat = new Chat('c', false, parts);
    answers.push(saying(...Array.from({ length: 500 }, () => 'word ')));
    let shown = 0;
    chat.subscribe(() => (shown += 1));
    await chat.send('Irma?', ASKING);
    expect(frames).toHaveLength(1);
    expect(shown).toBeLessThan(10);
    frames.forEach((show) => show());
    frames = [];
    expect(texts(chat)[1]).toHaveLength(2_500);
  });
});

describe('titleOf', () => {
  it('is the beginning of the first line', () => {
    expect(titleOf('  Short\nmore')).toBe('Short');
    expect(titleOf('word '.repeat(30))).toMatch(/^(word )+word…$/);
    expect(titleOf('x'.repeat(200)).length).toBeLessThanOrEqual(61);
  });
});
