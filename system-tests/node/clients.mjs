// Asks a running Hilum with the SDKs of OpenAI and Anthropic for Node and with Vercel's AI SDK, and checks what came of it.
//
//     node clients.mjs .hilum/access.json http://127.0.0.1:9300/log
//
// The model "echo" must be ../python/echo_upstream.py, "sandbox" the built-in one. Checked are texts, streams, calls of
// tools, answers by a schema and embeddings; that each says what the user said, restored; and that the upstream's log
// holds no identifier. The exit status is 0 only if all of it holds.

import { deepStrictEqual, ok } from "node:assert";
import { readFileSync } from "node:fs";

import { createAnthropic } from "@ai-sdk/anthropic";
import { createAzure } from "@ai-sdk/azure";
import { createOpenAI } from "@ai-sdk/openai";
import Anthropic from "@anthropic-ai/sdk";
import { embedMany, generateText, isStepCount, Output, streamText, tool } from "ai";
import OpenAI, { AzureOpenAI } from "openai";
import { zodResponseFormat, zodTextFormat } from "openai/helpers/zod";
import { z } from "zod";

const [accessFile, upstreamLog] = process.argv.slice(2);
const access = JSON.parse(readFileSync(accessFile, "utf8"));
const gateway = access.gateway;
const apiKey = access.keys.Clinician;

const TEXT = "Irma Petersen, MRN 48213907, was seen on 10/20/2025. Is she due?";
const IDENTIFIERS = ["Irma", "Petersen", "48213907", "10/20/2025"];
const model = "echo";
const messages = [{ role: "user", content: TEXT }];

const summary = z.object({ patient: z.string(), due: z.boolean() });
const SUMMARY = { patient: TEXT, due: true };
const patient = { type: "object", properties: { patient: { type: "string" } }, required: ["patient"] };

const checks = [];
const check = (name, body) => checks.push([name, body]);

async function collect(parts, textOf) {
  let text = "";
  for await (const part of parts) text += textOf(part) ?? "";
  return text;
}

function openAi(name, client) {
  check(`${name}: chat`, async () => {
    const answer = await client.chat.completions.create({ model, messages });
    deepStrictEqual(answer.choices[0].message.content, TEXT);
  });
  check(`${name}: chat, stream`, async () => {
    const chunks = await client.chat.completions.create({ model, messages, stream: true });
    deepStrictEqual(await collect(chunks, (chunk) => chunk.choices[0]?.delta.content), TEXT);
  });
  check(`${name}: chat, streamed tools`, async () => {
    const tools = ["look_up", "remind"].map((name) => ({ type: "function", function: { name, parameters: patient } }));
    const answer = await client.chat.completions.stream({ model, messages, tools }).finalChatCompletion();
    const calls = answer.choices[0].message.tool_calls.map((call) => [call.function.name, JSON.parse(call.function.arguments)]);
    deepStrictEqual(calls, [["look_up", { patient: TEXT }], ["remind", { patient: TEXT }]]);
  });
  check(`${name}: chat, schema`, async () => {
    const answer = await client.chat.completions.parse({ model, messages, response_format: zodResponseFormat(summary, "summary") });
    deepStrictEqual(answer.choices[0].message.parsed, SUMMARY);
  });
  check(`${name}: responses`, async () => {
    deepStrictEqual((await client.responses.create({ model, input: TEXT })).output_text, TEXT);
  });
  check(`${name}: responses, stream`, async () => {
    const events = client.responses.stream({ model, input: TEXT });
    deepStrictEqual(await collect(events, (event) => (event.type === "response.output_text.delta" ? event.delta : "")), TEXT);
    deepStrictEqual((await events.finalResponse()).output_text, TEXT);
  });
  check(`${name}: responses, schema`, async () => {
    const answer = await client.responses.parse({ model, input: TEXT, text: { format: zodTextFormat(summary, "summary") } });
    deepStrictEqual(answer.output_parsed, SUMMARY);
  });
  check(`${name}: completions`, async () => {
    deepStrictEqual((await client.completions.create({ model, prompt: TEXT })).choices[0].text, TEXT);
  });
  // The SDK asks for base64 and unpacks it.
  check(`${name}: embeddings`, async () => {
    const answer = await client.embeddings.create({ model: "sandbox", input: [TEXT, "nobody"] });
    ok(answer.data.length === 2 && answer.data.every((vector) => vector.embedding.some((number) => number !== 0)));
  });
}

function anthropic(name, client) {
  const asked = { model, max_tokens: 500, messages };
  const textOf = (message) => message.content.map((block) => block.text ?? "").join("");
  check(`${name}: messages`, async () => deepStrictEqual(textOf(await client.messages.create(asked)), TEXT));
  check(`${name}: messages, stream`, async () => {
    deepStrictEqual(await client.messages.stream(asked).finalText(), TEXT);
  });
  check(`${name}: messages, streamed tools`, async () => {
    const tools = ["look_up", "remind"].map((name) => ({ name, input_schema: patient }));
    const answer = await client.messages.stream({ ...asked, tools }).finalMessage();
    deepStrictEqual(answer.stop_reason, "tool_use");
    const calls = answer.content.filter((block) => block.type === "tool_use").map((block) => [block.name, block.input]);
    deepStrictEqual(calls, [["look_up", { patient: TEXT }], ["remind", { patient: TEXT }]]);
  });
}

function vercel(name, model) {
  check(`${name}: text`, async () => deepStrictEqual((await generateText({ model, prompt: TEXT, maxRetries: 0 })).text, TEXT));
  check(`${name}: stream`, async () => {
    deepStrictEqual(await collect(streamText({ model, prompt: TEXT, maxRetries: 0 }).textStream, (part) => part), TEXT);
  });
  // Both tools are called and run, what they found goes back, and the model answers with it.
  for (const [form, ask] of [["tools", generateText], ["streamed tools", streamText]]) {
    check(`${name}: ${form}`, async () => {
      const seen = [];
      const made = (answer) => tool({
        description: "Looks a patient up.",
        inputSchema: z.object({ patient: z.string() }),
        execute: async (input) => { seen.push(input.patient); return answer(input.patient); },
      });
      const tools = { look_up: made((text) => text), remind: made(() => "done") };
      const answer = await ask({ model, prompt: TEXT, tools, stopWhen: isStepCount(3), maxRetries: 0 });
      deepStrictEqual(await answer.text, `${TEXT} done`);
      deepStrictEqual(seen, [TEXT, TEXT]);
    });
  }
  check(`${name}: schema`, async () => {
    const answer = await generateText({ model, prompt: TEXT, output: Output.object({ schema: summary }), maxRetries: 0 });
    deepStrictEqual(answer.output, SUMMARY);
  });
}

const apiVersion = "2025-04-01-preview";
openAi("OpenAI", new OpenAI({ baseURL: `${gateway}/v1`, apiKey, maxRetries: 0 }));
openAi("AzureOpenAI", new AzureOpenAI({ endpoint: gateway, apiKey, apiVersion, maxRetries: 0 }));
anthropic("Anthropic", new Anthropic({ baseURL: gateway, apiKey, maxRetries: 0 }));

const open = createOpenAI({ baseURL: `${gateway}/v1`, apiKey });
vercel("AI SDK OpenAI", open(model));
vercel("AI SDK OpenAI, chat", open.chat(model));
vercel("AI SDK Azure", createAzure({ baseURL: `${gateway}/openai`, apiKey })(model));
vercel("AI SDK Anthropic", createAnthropic({ baseURL: `${gateway}/v1`, apiKey })(model));
check("AI SDK OpenAI: embeddings", async () => {
  const { embeddings } = await embedMany({ model: open.embedding("sandbox"), values: [TEXT, "nobody"], maxRetries: 0 });
  ok(embeddings.length === 2 && embeddings.every((vector) => vector.length > 0));
});

const bodies = async () => (await (await fetch(upstreamLog)).text()).split("\n").filter(Boolean).map((line) => JSON.parse(line).body);

function report(name, holds, more = "") {
  console.log(name.padEnd(58), (holds ? "yes" : "NO") + more);
  if (!holds) process.exitCode = 1;
}

const known = (await bodies()).length;
for (const [name, body] of checks) {
  const failure = await body().then(() => null, (error) => error);
  if (failure) console.log(`    ${failure.name}: ${failure.message}`);
  report(name, !failure);
}
const sent = (await bodies()).slice(known);
const clean = sent.length > 0 && !sent.some((body) => IDENTIFIERS.some((word) => body.includes(word)));
report("sent without an identifier", clean, `, ${sent.length} requests`);
