import { describe, expect, it } from 'vitest';
import { Problem } from '../../lib/problem';
import { readStream, type ChatEvent } from './stream';

const ANSWER = [
  'data: {"choices":[{"delta":{"role":"assistant","content":""}}]}\n\n',
  'data: {"choices":[{"delta":{"content":"Irma 👩‍⚕️ "}}]}\n\n',
  ': keep-alive\n\n',
  'data: {"choices":[{"delta":{"content":"data: [DONE]\\n\\n"},"finish_reason":"stop"}]}\r\n\r\n',
  'data: {"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":5,"prompt_tokens_details":{"cached_tokens":4}}}\n\n',
  'data: {"choices":[],"hilum":{"citations":[{"index":1,"id":"p","collection":"c","document":{"id":"d","title":"t"},"section":null,"page":2,"score":1}]}}\n\n',
].join('');

function streamed(bytes: Uint8Array, cut: number): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += cut) {
        controller.enqueue(bytes.slice(at, at + cut));
      }
      controller.close();
    },
  });
  return new Response(body, { headers: { 'x-request-id': 'req_1' } });
}

async function all(text: string, cut: number): Promise<ChatEvent[]> {
  const events: ChatEvent[] = [];
  for await (const event of readStream(streamed(new TextEncoder().encode(text), cut))) {
    events.push(event);
  }
  return events;
}

describe('readStream', () => {
  it('reads the same events wherever the bytes are cut', async () => {
    const whole = await all(`${ANSWER}data: [DONE]\n\n`, 10_000);
    expect(whole.flatMap((event) => (event.kind === 'text' ? [event.text] : [])).join('')).toBe('Irma 👩‍⚕️ data: [DONE]\n\n');
    expect(whole.map((event) => event.kind)).toEqual(['text', 'text', 'finish', 'usage', 'citations']);
    for (const cut of [1, 2, 3, 5, 7, 64]) {
      expect(await all(`${ANSWER}data: [DONE]\n\n`, cut)).toEqual(whole);
    }
  });

  it('tells what an agent does', async () => {
    const steps = [
      'data: {"choices":[{"delta":{"content":""}}],"hilum":{"step":{"kind":"tool","step":2,"tool":"fhir_search","outcome":"ok","millis":120}}}\n\n',
      'data: {"choices":[],"hilum":{"step":{"kind":"sent_back"}}}\n\n',
    ].join('');
    expect(await all(`${steps}data: [DONE]\n\n`, 50)).toEqual([
      { kind: 'step', text: '2. fhir_search ok 120 ms\n' },
      { kind: 'step', text: 'sent back\n' },
    ]);
  });

  it('tells that the record system takes its token no more', async () => {
    const step = 'data: {"choices":[],"hilum":{"step":{"kind":"tool","step":1,"tool":"fhir_patient","outcome":"record_token_refused"}}}\n\n';
    expect(await all(`${step}data: [DONE]\n\n`, 50)).toEqual([{ kind: 'step', text: '1. fhir_patient record_token_refused\n' }, { kind: 'recordEnded' }]);
  });

  it('tells what an agent would write and what became of it', async () => {
    const steps = [
      'data: {"choices":[],"hilum":{"step":{"kind":"approval","step":2,"run":"req_1","call":"2-1","tool":"file_note","hash":"sha256:1","expires_at":"2026-11-02T10:00:00Z","arguments":{"text":"Irma"}}}}\n\n',
      'data: {"choices":[],"hilum":{"step":{"kind":"waiting","step":2,"call":"2-1","seconds_left":12}}}\n\n',
      'data: {"choices":[],"hilum":{"step":{"kind":"decision","step":2,"call":"2-1","outcome":"approved"}}}\n\n',
    ].join('');
    expect(await all(`${steps}data: [DONE]\n\n`, 50)).toEqual([
      { kind: 'step', text: '2. file_note\n' },
      {
        kind: 'approval',
        approval: { run: 'req_1', call: '2-1', tool: 'file_note', hash: 'sha256:1', expiresAt: '2026-11-02T10:00:00Z', draft: { text: 'Irma' }, outcome: 'waiting' },
      },
      { kind: 'step', text: '2. decision approved\n' },
      { kind: 'decision', call: '2-1', outcome: 'approved' },
    ]);
  });

  it('takes an answer without an end for broken off', async () => {
    await expect(all(ANSWER, 100)).rejects.toMatchObject({ code: 'stream_interrupted', requestId: 'req_1' });
  });

  it('ends with the error that the gateway sends in place of the rest', async () => {
    const failed = 'data: {"error":{"message":"no","type":"x","param":null,"code":"budget_exceeded"}}\n\n';
    await expect(all(ANSWER + failed, 9)).rejects.toBeInstanceOf(Problem);
    await expect(all(ANSWER + failed, 9)).rejects.toMatchObject({ code: 'budget_exceeded' });
  });
});
