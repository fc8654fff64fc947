import type { Message, NewMessage } from '../conversations/store';
import type { Patient } from '../record/patient';
import type { Approval, Citation } from './stream';

/** A message as the page shows it. */
export interface Turn extends Message {
  state: 'done' | 'streaming' | 'failed';
  steps: string;
  /** What an agent would write, and what became of it. */
  approvals: Approval[];
  /** Whose record an agent had, while this page is open. */
  patient: Patient | null;
  error: unknown;
}

/** A message that the store refused, and the kept one that came after it on its branch, if one did. */
export interface Unkept {
  turn: Turn;
  next: string | null;
}

const TITLE = 60;

export function titleOf(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length <= TITLE ? line : `${line.slice(0, TITLE).replace(/\s+\S*$/, '')}…`;
}

export function citationOf(citation: Citation): NonNullable<Message['citations']>[number] {
  return {
    marker: String(citation.index), title: citation.document.title, collection: citation.collection, document: citation.document.id,
    passage: citation.id, section: citation.section, page: citation.page,
  };
}

export function asTurn(message: Message): Turn {
  return { ...message, state: 'done', steps: '', approvals: [], patient: null, error: null };
}

/** A branch as it is kept, with what was refused on it between the messages where it was said. */
export function withUnkept(branch: readonly Turn[], unkept: readonly Unkept[]): Turn[] {
  const between = (before: Turn | undefined, after: Turn | undefined) =>
    unkept.filter(({ turn, next }) => turn.parent === (before?.id ?? null) && next === (after?.id ?? null)).map(({ turn }) => turn);
  return [...between(undefined, branch[0]), ...branch.flatMap((turn, at) => [turn, ...between(turn, branch[at + 1])])];
}

/** Whether it is kept: an answer that failed before its first word is not. */
export function isSaid(turn: Turn): boolean {
  return turn.role === 'user' || turn.text !== '' || turn.state === 'done';
}

/** Where the documents are that were sent along. */
export function collectionsOf(turns: readonly Turn[]): string[] {
  return [...new Set(turns.flatMap((turn) => turn.attachments.flatMap(({ collection }) => collection ?? [])))];
}

/** What was refused was never sent, and is not sent with what is asked after it either. */
export function messagesOf(turns: readonly Turn[]): { role: string; content: string }[] {
  return turns
    .filter((turn, index) => turn.text !== '' && (turn.role !== 'user' || index === turns.length - 1 || isAnswer(turns[index + 1])))
    .map((turn) => ({ role: turn.role, content: turn.text }));
}

function isAnswer(turn: Turn | undefined): boolean {
  return turn?.role === 'assistant' && turn.text !== '';
}

export function newMessage(turn: Turn, seen: string | null): NewMessage {
  return {
    id: turn.id, parent: turn.parent, role: turn.role, text: turn.text, model: turn.model, finish: turn.finish, receipt: turn.receipt,
    seen, citations: turn.citations, attachments: turn.attachments, template: turn.template,
  };
}
