import type { components } from '../../api/portal.generated';

type Schemas = components['schemas'];

export type Conversation = Schemas['Conversation'];
export type Message = Schemas['Message'];
export type NewMessage = Schemas['NewMessage'];
export type Receipt = NonNullable<Schemas['Receipt']>;
export type Folder = Schemas['Folder'];
export type Feedback = Schemas['Feedback'];
export type Share = Schemas['Share'];

export interface ConversationPage {
  data: Conversation[];
  cursor: string | null;
}

export interface ListQuery {
  q?: string;
  folder?: string;
  archived?: boolean;
  cursor?: string;
}

export interface ConversationChange {
  title?: string;
  folder?: string | null;
  model?: string;
  pinned?: boolean;
  archived?: boolean;
  current?: string;
}

/** Where conversations are: at portal-service, or in this page alone. */
export interface ConversationStore {
  list(query: ListQuery): Promise<ConversationPage>;
  get(id: string): Promise<Conversation>;
  create(id: string, title: string, model: string): Promise<void>;
  change(id: string, change: ConversationChange): Promise<void>;
  delete(id: string): Promise<void>;
  /** The messages of the present branch, oldest first. */
  branch(id: string): Promise<Message[]>;
  append(id: string, message: NewMessage): Promise<void>;
  /** A message with what the model saw of it. */
  seen(id: string, message: string): Promise<string | null>;
  rate(id: string, message: string, feedback: Feedback | null): Promise<void>;
}
