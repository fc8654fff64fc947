import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

// A provider that says what it was asked, or what it is told to say, and remembers all that it got.
const port = Number(process.argv[2]);
const attacks = JSON.parse(readFileSync(new URL('../src/testing/attacks.json', import.meta.url), 'utf8'));
const log = [];

function textOf(content) {
  return typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('');
}

/** Some five thousand tokens of what models write: prose, code, a table, a list, in blocks that are long themselves. */
function longAnswer() {
  const prose = Array.from({ length: 12 }, (_, n) => `### Part ${n + 1}\n\n${'The **dose** follows from `clearance` and [guidance](https://example.org). '.repeat(6)}`);
  const code = Array.from({ length: 150 }, (_, n) => `select name, dose from orders where line = ${n} and given > now();`);
  const rows = Array.from({ length: 150 }, (_, n) => `| ${n} | Lisinopril | **${n} mg** | twice a day | \`po\` | watch potassium |`);
  const items = Array.from({ length: 80 }, (_, n) => `- item ${n} with *emphasis* and a word more`);
  return [
    ...prose.slice(0, 6), '```sql', ...code, '```', '', '| No | Drug | Dose | When | Way | Note |', '| - | - | - | - | - | - |', ...rows, '', ...items, '', ...prose.slice(6), 'The end of it.',
  ].join('\n');
}

function answerTo(question) {
  const attack = /^attack (\d+)$/.exec(question)?.[1];
  if (attack) {
    return attacks[Number(attack)];
  }
  if (question.startsWith('at length')) {
    return longAnswer();
  }
  if (question.startsWith('slowly')) {
    return 'One word after the other. '.repeat(200);
  }
  if (question.startsWith('formatted')) {
    return '## Discharge\n\n| Drug | Dose |\n| --- | --- |\n| Lisinopril | 10 mg |\n\n- Rest\n- Fluids\n\n```sql\nselect 1;\n```\n\nClearance is $\\frac{(140-age) \\cdot kg}{72 \\cdot Cr}$.';
  }
  return `You wrote: ${question}`;
}

/** What a model of an agent would do: read, have a note filed if it was asked for one, and hand in what it read. */
function callOf(asked) {
  const tools = new Set(asked.tools.map((tool) => tool.function.name));
  const results = asked.messages.filter((message) => message.role === 'tool').map((message) => textOf(message.content));
  const question = textOf(asked.messages.findLast((message) => message.role === 'user')?.content);
  if (results.length === 0 && tools.has('read_observations')) {
    return ['read_observations', { limit: 3 }];
  }
  const entries = results.length === 0 ? [] : (JSON.parse(results[0]).data?.entries ?? []);
  const statements = entries.map(({ id, text }) => ({ heading: 'Findings', text: text.replace(/\s+/g, ' ').slice(0, 300), quotes: [{ source: id, quote: text.slice(0, 900) }] }));
  if (/note/i.test(question) && results.length === 1 && tools.has('file_note')) {
    return ['file_note', { kind: 'progress-note', statements: [...statements, { text: 'The patient weighs 99 kg.', quotes: [] }] }];
  }
  return ['submit_answer', { statements, not_found: entries.length === 0 ? ['any record'] : [] }];
}

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => (body += part.toString()));
  request.on('end', () => {
    if (request.url === '/log') {
      response.end(JSON.stringify(log));
      return;
    }
    log.push(body);
    const asked = JSON.parse(body);
    const question = textOf(asked.messages.at(-1)?.content);
    const words = answerTo(question).split(/(?<= )/);
    const base = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'echo' };
    const usage = { prompt_tokens: body.length >> 2, completion_tokens: words.length, total_tokens: (body.length >> 2) + words.length };
    if (asked.tools?.length) {
      const [name, args] = callOf(asked);
      const call = { id: `call_${log.length}`, type: 'function', function: { name, arguments: JSON.stringify(args) } };
      const reply = { choices: [{ index: 0, message: { role: 'assistant', content: null, tool_calls: [call] }, finish_reason: 'tool_calls' }], usage };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ...base, object: 'chat.completion', ...reply }));
      return;
    }
    if (!asked.stream) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ...base, object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content: words.join('') }, finish_reason: 'stop' }], usage }));
      return;
    }
    response.setHeader('content-type', 'text/event-stream');
    const send = (part) => response.write(`data: ${JSON.stringify(part)}\n\n`);
    const pause = question.startsWith('slowly') ? 25 : 2;
    const next = () => {
      const word = words.shift();
      if (response.destroyed) {
        return;
      }
      if (word === undefined) {
        send({ ...base, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
        send({ ...base, choices: [], usage });
        response.end('data: [DONE]\n\n');
      } else {
        send({ ...base, choices: [{ index: 0, delta: { content: word } }] });
        setTimeout(next, pause);
      }
    };
    next();
  });
});
server.listen(port, '127.0.0.1');
