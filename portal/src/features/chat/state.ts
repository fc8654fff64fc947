import type { Library } from '../../lib/documents';
import type { ConversationStore } from '../conversations/store';
import type { Identity, PreviewResult } from '../phi/api';
import type { Preview } from '../phi/patients';
import type { OpenRecord } from '../record/records';
import type { Attached } from './attachments';
import type { Complete } from './completion';
import type { Remaining } from './receipt';
import type { Approval } from './stream';
import type { Turn } from './turns';

export interface ChatState {
  turns: Turn[];
  /** Whether what was said before is here, and something can follow it. */
  loaded: boolean;
  /** What is written and not said yet. */
  draft: string;
  /** What is sent along with it. */
  attached: readonly Attached[];
  /** Identifiers that the person named. */
  identities: Identity[];
  /** Whether a question is under way, from being sent until its answer is complete. */
  busy: boolean;
  /** Whether it is looked at first: until then it is the draft. */
  looking: boolean;
  /** What was sent, but is likely to be of another patient: the person decides. */
  held: Held | null;
  /** Whether documents that were attached earlier are not there any more. */
  documentsGone: boolean;
  /** What was said and is not kept: it is tried again by itself, or once the person wants it, or was refused for good. */
  unsaved: 'trying' | 'waiting' | 'refused' | null;
  /** Why the last thing that the person wanted of what was said could not be done. */
  failure: unknown;
  remaining: Remaining | null;
}

export interface Asking {
  model: string;
  collections: string[];
  /** Whose record is open. Agents alone read it. */
  record: OpenRecord | null;
  /** What was found in the text, if that is known. */
  preview: PreviewResult | null;
}

export interface Held {
  /** Types of identifiers of which it has another patient's, and `RECORD` if another record is open than was before. */
  others: string[];
  asking: Asking;
  text: string;
  /** The message in whose place it is to be said; without one it is the draft. */
  edited: string | null;
}

export interface ChatParts {
  store: ConversationStore;
  complete: Complete;
  /** Tell an agent's run what a person decided. */
  decide(approval: Approval, approve: boolean): Promise<void>;
  preview: Preview;
  library: Library;
  pause(millis: number): Promise<void>;
  /** A number from 0 to 1, without 1. */
  chance(): number;
  /** The store has what was said. */
  written(): void;
  /** An answer is complete, and what it cost is known. */
  answered(): void;
  /** The record system takes the token of an open record no more. */
  recordEnded(token: string): void;
  uuid(): string;
  now(): number;
  /** When the page is to be shown anew; at most once a frame. */
  frame(show: () => void): void;
}
