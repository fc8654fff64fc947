import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../lib/problem';
import { json, showSignedIn } from '../../testing/signedIn';
import { MemoryStore } from '../conversations/memory';
import { StoreContext } from '../conversations/StoreContext';
import type { ConversationStore } from '../conversations/store';
import type { Template } from '../templates/templates';
import { ChatPage } from './ChatPage';
import { ChatsContext, useNewChats } from './chats';

/** Something that ends when the test says so. */
function gate(): { open(): void; opened: Promise<void> } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

const OPEN = Promise.resolve();

const LETTER: Template = {
  object: 'template', id: 't-1', scope: 'own', title: 'Letter', description: 'For discharge', text: 'Write to {{reader}}', variables: ['reader'],
  roles: [], language: 'en', version: 2, author: 'https://idp|ida', mayChange: true, updatedAt: '2026-11-02T10:00:00Z',
};

let asked: string[];
let previewed: string[][];
let previewing: Promise<void>;
let answering: Promise<void>;
let store: ConversationStore;
let templates: Template[];

function numbersIn(text: string) {
  return [...text.matchAll(/MRN (\d+)/g)].map((match) => ({
    start: match.index + 4, end: match.index + match[0].length, type: 'MRN', score: 1, detector: 'test', why: 'test',
  }));
}

async function gateway(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  switch (pathname) {
    case '/v1/models':
      return json({ object: 'list', data: [{ id: 'echo' }] });
    case '/v1/collections':
      return json({ collections: [] });
    case '/v1/portal/templates':
      return json({ object: 'list', data: templates });
    case '/v1/phi/preview': {
      const { texts } = (await request.json()) as { texts: string[] };
      previewed.push(texts);
      await Promise.race([previewing, new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason as Error)))]);
      return json({ results: texts.map((text) => ({ masked: text.replace(/MRN \d+/g, 'MRN [MRN_A]'), findings: numbersIn(text) })) });
    }
    default: {
      const { messages } = (await request.json()) as { messages: { content: string }[] };
      const question = messages.at(-1)?.content ?? '';
      asked.push(question);
      await answering;
      return new Response(`data: ${JSON.stringify({ choices: [{ delta: { content: `You wrote: ${question}` }, finish_reason: 'stop' }] })}\n\ndata: [DONE]\n\n`);
    }
  }
}

function Open({ children }: { children: React.ReactNode }) {
  return <ChatsContext value={useNewChats()}>{children}</ChatsContext>;
}

async function show() {
  showSignedIn({
    page: <ChatPage />,
    route: '/chat/:id?',
    at: '/chat',
    gateway,
    permissions: ['documents'],
    around: (page) => (
      <StoreContext value={store}>
        <Open>{page}</Open>
      </StoreContext>
    ),
  });
  await screen.findByRole('button', { name: /echo/ });
}

const message = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const said = () => screen.queryAllByRole('article', { name: 'You' }).map((turn) => turn.querySelector('.bubble')?.textContent);

async function send(text: string) {
  await userEvent.clear(message());
  await userEvent.type(message(), text);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
}

async function answered(answers: number) {
  await waitFor(() => expect(screen.queryAllByText(/^You wrote/)).toHaveLength(answers));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull());
}

beforeEach(() => {
  asked = [];
  previewed = [];
  previewing = OPEN;
  answering = OPEN;
  templates = [];
  store = new MemoryStore(() => new Date(0));
  Element.prototype.scrollIntoView = () => undefined;
  return () => vi.unstubAllGlobals();
});

describe('ChatPage', () => {
  it('is busy from the moment of sending, so that no second question overtakes the first', async () => {
    const storing = gate();
    const create = store.create.bind(store);
    store.create = async (...conversation) => {
      await storing.opened;
      await create(...conversation);
    };
    await show();
    await send('first');
    expect(said()).toEqual(['first']);
    expect(screen.queryByRole('button', { name: 'Send' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy();
    await userEvent.type(message(), 'second{Enter}');
    storing.open();
    await answered(1);
    expect(message().value).toBe('second');
    await userEvent.type(message(), '{Enter}');
    await answered(2);
    expect(asked).toEqual(['first', 'second']);
    expect(message().value).toBe('');
  });

  it('sends a question once, however often it is sent while it is looked at', async () => {
    await show();
    await send('first');
    await answered(1);
    const looking = gate();
    previewing = looking.opened;
    await send('second');
    expect(message().readOnly).toBe(true);
    await userEvent.type(message(), '{Enter}{Enter}');
    expect(message().value).toBe('second');
    looking.open();
    await answered(2);
    expect(said()).toEqual(['first', 'second']);
    expect(asked).toEqual(['first', 'second']);
    expect(message().value).toBe('');
  });

  it('takes nothing else while a question is looked at', async () => {
    templates = [LETTER];
    await show();
    await send('first');
    await answered(1);
    const looking = gate();
    previewing = looking.opened;
    await send('second');
    const choices = ['Attach documents', 'Templates'].map((name) => screen.getByRole<HTMLButtonElement>('button', { name }));
    expect(choices.map((choice) => choice.disabled)).toEqual([true, true]);
    looking.open();
    await answered(2);
    expect(choices.map((choice) => choice.disabled)).toEqual([false, false]);
  });

  it('gives a question back that is stopped while it is looked at', async () => {
    await show();
    await send('first');
    await answered(1);
    previewing = gate().opened;
    await send('second');
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await screen.findByRole('button', { name: 'Send' });
    expect(message().value).toBe('second');
    expect(message().readOnly).toBe(false);
    expect(asked).toEqual(['first']);
  });

  it('says that something is not kept yet, until it is', async () => {
    const create = store.create.bind(store);
    let away = true;
    store.create = (...conversation) => (away ? Promise.reject(new Problem(503, 'store_unavailable', 'away')) : create(...conversation));
    await show();
    await send('first');
    await answered(1);
    await screen.findByText(/is not kept yet/);
    away = false;
    await waitFor(() => expect(screen.queryByText(/is not kept yet/)).toBeNull(), { timeout: 10_000 });
    expect(screen.queryByText(/could not be kept/)).toBeNull();
    expect((await store.list({})).data).toHaveLength(1);
  }, 15_000);

  it('does not stop by the second click of a double click', async () => {
    const storing = gate();
    answering = storing.opened;
    await show();
    await userEvent.type(message(), 'first');
    await userEvent.setup({ delay: null }).dblClick(screen.getByRole('button', { name: 'Send' }));
    act(() => storing.open());
    await answered(1);
    expect(screen.queryByText('You stopped this answer.')).toBeNull();
  });

  it('asks before another patient enters, and keeps the question whatever is decided', async () => {
    await show();
    await send('MRN 111?');
    await answered(1);
    await send('MRN 222?');
    await screen.findByRole('alertdialog', { name: 'Another patient?' });
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(message().value).toBe('MRN 222?');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await screen.findByRole('alertdialog', { name: 'Another patient?' });
    await userEvent.click(screen.getByRole('button', { name: 'Send here anyway' }));
    await answered(2);
    expect(asked).toEqual(['MRN 111?', 'MRN 222?']);
    expect(message().value).toBe('');
  });

  it('asks before another patient enters with an edited question', async () => {
    await show();
    await send('MRN 111?');
    await answered(1);
    await send('And now?');
    await answered(2);
    await userEvent.type(message(), 'draft');
    await userEvent.click(screen.getAllByRole('button', { name: 'Edit message' })[1] as HTMLElement);
    const edited = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Edit message' });
    await userEvent.clear(edited);
    await userEvent.type(edited, 'MRN 222?');
    const form = within(edited.closest('form') as HTMLElement);
    await userEvent.click(form.getByRole('button', { name: 'Send' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Another patient?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(asked).toEqual(['MRN 111?', 'And now?']);
    expect([edited.value, message().value]).toEqual(['MRN 222?', 'draft']);
    await userEvent.click(form.getByRole('button', { name: 'Send' }));
    await screen.findByRole('alertdialog', { name: 'Another patient?' });
    await userEvent.click(screen.getByRole('button', { name: 'Send here anyway' }));
    await waitFor(() => expect(said()).toEqual(['MRN 111?', 'MRN 222?']));
    await answered(2);
    expect(asked).toEqual(['MRN 111?', 'And now?', 'MRN 222?']);
    expect(message().value).toBe('draft');
  });

  it('has a text looked at once', async () => {
    await show();
    for (const [index, text] of ['first', 'second', 'third'].entries()) {
      await userEvent.type(message(), text);
      await screen.findByText(/No identifiers found/);
      await userEvent.click(screen.getByRole('button', { name: 'Send' }));
      await answered(index + 1);
    }
    expect(previewed).toEqual([['first'], ['second'], ['third']]);
  });

  it('puts a template in the place of the draft, and sends neither', async () => {
    templates = [LETTER];
    await show();
    await userEvent.type(message(), 'old draft');
    await userEvent.click(await screen.findByRole('button', { name: 'Templates' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Letter' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'reader' }), 'Ida');
    await userEvent.click(screen.getByRole('button', { name: 'Use' }));
    await waitFor(() => expect(message().value).toBe('Write to Ida'));
    expect(said()).toEqual([]);
    expect(asked).toEqual([]);
  });
});
