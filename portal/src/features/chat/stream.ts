import { createParser } from 'eventsource-parser';
import type { components } from '../../api/gateway.generated';
import { Problem, problemOf } from '../../lib/problem';

export type Citation = components['schemas']['Citation'];

type Step = components['schemas']['Step'];

/** A call of an agent that would write, and waits for a person. */
export interface Approval {
  run: string;
  call: string;
  tool: string;
  hash: string;
  expiresAt: string;
  /** What would be written. */
  draft: Record<string, unknown>;
  outcome: 'waiting' | 'approved' | 'refused' | 'expired';
}

export interface Usage {
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  reasoningTokens: number;
}

export type ChatEvent =
  | { kind: 'text'; text: string }
  | { kind: 'step'; text: string }
  | { kind: 'approval'; approval: Approval }
  | { kind: 'recordEnded' }
  | { kind: 'decision'; call: string; outcome: Approval['outcome'] }
  | { kind: 'finish'; reason: string }
  | { kind: 'usage'; usage: Usage }
  | { kind: 'citations'; citations: Citation[] };

interface Chunk {
  error?: unknown;
  choices?: { delta?: { content?: string | null; reasoning_content?: string | null }; finish_reason?: string | null }[];
  usage?: {
    prompt_tokens?: number;
    completion_tokens?: number;
    prompt_tokens_details?: { cached_tokens?: number } | null;
    completion_tokens_details?: { reasoning_tokens?: number } | null;
  } | null;
  hilum?: { citations?: Citation[]; step?: Step };
}

const DONE = '[DONE]';

/** How a call of a tool ends for which the record system takes the token no more. */
const TOKEN_REFUSED = 'record_token_refused';

/** What an agent did, such as `2. fhir_search ok 120 ms`. */
function lineOf({ kind, step, tool, outcome, millis }: Step): string {
  return [step === undefined ? '' : `${step}.`, tool ?? kind.replace('_', ' '), outcome, millis === undefined ? '' : `${millis} ms`].filter(Boolean).join(' ');
}

function* stepOf(step: Step): Generator<ChatEvent> {
  if (step.kind === 'waiting') {
    return;
  }
  yield { kind: 'step', text: `${lineOf(step)}\n` };
  if (step.outcome === TOKEN_REFUSED) {
    yield { kind: 'recordEnded' };
  }
  if (step.kind === 'approval') {
    const { run = '', call = '', tool = '', hash = '', expires_at: expiresAt = '', arguments: draft = {} } = step;
    yield { kind: 'approval', approval: { run, call, tool, hash, expiresAt, draft, outcome: 'waiting' } };
  }
  if (step.kind === 'decision') {
    const outcome = step.outcome === 'approved' || step.outcome === 'expired' ? step.outcome : 'refused';
    yield { kind: 'decision', call: step.call ?? '', outcome };
  }
}

function* eventsOf(chunk: Chunk): Generator<ChatEvent> {
  for (const choice of chunk.choices ?? []) {
    if (choice.delta?.reasoning_content) {
      yield { kind: 'step', text: choice.delta.reasoning_content };
    }
    if (choice.delta?.content) {
      yield { kind: 'text', text: choice.delta.content };
    }
    if (choice.finish_reason) {
      yield { kind: 'finish', reason: choice.finish_reason };
    }
  }
  if (chunk.usage) {
    yield {
      kind: 'usage',
      usage: {
        inputTokens: chunk.usage.prompt_tokens ?? 0,
        cachedTokens: chunk.usage.prompt_tokens_details?.cached_tokens ?? 0,
        outputTokens: chunk.usage.completion_tokens ?? 0,
        reasoningTokens: chunk.usage.completion_tokens_details?.reasoning_tokens ?? 0,
      },
    };
  }
  if (chunk.hilum?.step) {
    yield* stepOf(chunk.hilum.step);
  }
  if (chunk.hilum?.citations) {
    yield { kind: 'citations', citations: chunk.hilum.citations };
  }
}

/** Read a streamed answer. It has to end with `[DONE]`: one that does not was broken off, and says so. */
export async function* readStream(response: Response): AsyncGenerator<ChatEvent> {
  if (!response.body) {
    throw new Problem(response.status, 'stream_interrupted', 'The answer has no body', response.headers.get('x-request-id'));
  }
  const waiting: string[] = [];
  const parser = createParser({ onEvent: (event) => waiting.push(event.data) });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let done = false;
  try {
    while (!done) {
      const read = await reader.read();
      if (read.done) {
        break;
      }
      parser.feed(read.value);
      for (let data = waiting.shift(); data !== undefined && !done; data = waiting.shift()) {
        if (data === DONE) {
          done = true;
        } else {
          const chunk = JSON.parse(data) as Chunk;
          if (chunk.error) {
            throw problemOf(chunk, 502, response.headers);
          }
          yield* eventsOf(chunk);
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (!done) {
    throw new Problem(502, 'stream_interrupted', 'The answer was broken off', response.headers.get('x-request-id'));
  }
}
