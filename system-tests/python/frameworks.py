#!/usr/bin/env python3
"""Asks a running Hilum with LangChain and LlamaIndex as their users do, and checks what came of it.

    frameworks.py .hilum/access.json --upstream-log http://127.0.0.1:9300/log

The model "echo" must be echo_upstream.py, "sandbox" the built-in one. Checked are texts, streams, calls of tools, answers
by a schema and embeddings; that each says what the user said, restored; and that the upstream's log holds no identifier.
The exit status is 0 only if all of it holds.
"""

from langchain_anthropic import ChatAnthropic
from langchain_core.messages import HumanMessage, ToolMessage
from langchain_core.tools import tool
from langchain_openai import AzureChatOpenAI, ChatOpenAI, OpenAIEmbeddings
from llama_index.core.llms import ChatMessage
from llama_index.core.tools import FunctionTool
from llama_index.embeddings.openai_like import OpenAILikeEmbedding
from llama_index.llms.openai_like import OpenAILike
from pydantic import BaseModel

from surfaces import MODEL, TEXT, run


class Summary(BaseModel):
    """What is known of a patient."""

    patient: str
    due: bool


@tool
def look_up(patient: str) -> str:
    """Looks a patient up."""
    return patient


@tool
def remind(patient: str, days: int) -> str:
    """Reminds of a patient."""
    return patient


def langchain_chat(model):
    return model.invoke(TEXT).text == TEXT


def langchain_stream(model):
    return "".join(chunk.text for chunk in model.stream(TEXT)) == TEXT


def both_called(calls):
    return [(call["name"], call["args"]["patient"]) for call in calls] == [("look_up", TEXT), ("remind", TEXT)]


def langchain_tools(model):
    """Two calls in one answer; what the tools found goes back and is answered."""
    armed = model.bind_tools([look_up, remind])
    question = HumanMessage(TEXT)
    asked = armed.invoke([question])
    found = [ToolMessage(look_up.invoke(call["args"]) if call["name"] == "look_up" else "done", tool_call_id=call["id"])
             for call in asked.tool_calls]
    return both_called(asked.tool_calls) and armed.invoke([question, asked, *found]).text == TEXT + " done"


def langchain_streamed_tools(model):
    whole = None
    for chunk in model.bind_tools([look_up, remind]).stream(TEXT):
        whole = chunk if whole is None else whole + chunk
    return both_called(whole.tool_calls)


def langchain_schema(model):
    return model.with_structured_output(Summary).invoke(TEXT) == Summary(patient=TEXT, due=True)


LANGCHAIN = (("chat", langchain_chat), ("stream", langchain_stream), ("tools", langchain_tools),
             ("streamed tools", langchain_streamed_tools), ("schema", langchain_schema))


def langchain(gateway, key):
    """The models of LangChain by name."""
    yield "ChatOpenAI", ChatOpenAI(model=MODEL, base_url=gateway + "/v1", api_key=key, max_retries=0)
    yield "ChatOpenAI, responses", ChatOpenAI(
        model=MODEL, base_url=gateway + "/v1", api_key=key, max_retries=0, use_responses_api=True)
    yield "AzureChatOpenAI", AzureChatOpenAI(
        azure_endpoint=gateway, azure_deployment=MODEL, api_key=key, api_version="2025-04-01-preview", max_retries=0)
    yield "ChatAnthropic", ChatAnthropic(model=MODEL, base_url=gateway, api_key=key, max_retries=0)


def llama_chat(model):
    return model.chat([ChatMessage(role="user", content=TEXT)]).message.content == TEXT


def llama_stream(model):
    return "".join(part.delta or "" for part in model.stream_chat([ChatMessage(role="user", content=TEXT)])) == TEXT


def llama_tools(model):
    tools = [FunctionTool.from_defaults(fn=tool.func, name=tool.name) for tool in (look_up, remind)]
    answer = model.chat_with_tools(tools, user_msg=TEXT, allow_parallel_tool_calls=True)
    calls = model.get_tool_calls_from_response(answer)
    return [(call.tool_name, call.tool_kwargs["patient"]) for call in calls] == [("look_up", TEXT), ("remind", TEXT)]


def llama_schema(model):
    answer = model.as_structured_llm(Summary).chat([ChatMessage(role="user", content=TEXT)])
    return answer.raw == Summary(patient=TEXT, due=True)


LLAMA_INDEX = (("chat", llama_chat), ("stream", llama_stream), ("tools", llama_tools), ("schema", llama_schema))


def llama_index(gateway, key):
    """The models of LlamaIndex by name."""
    yield "OpenAILike", OpenAILike(
        model=MODEL, api_base=gateway + "/v1", api_key=key, is_chat_model=True, is_function_calling_model=True,
        context_window=128000, max_retries=0)


def embeddings(gateway, key):
    """The embedders of both by name, as functions of a text."""
    address = gateway + "/v1"
    # Otherwise LangChain sends numbers of tokens, in which no identifier can be found.
    chain = OpenAIEmbeddings(model="sandbox", base_url=address, api_key=key, check_embedding_ctx_length=False)
    yield "LangChain OpenAIEmbeddings", chain.embed_query
    index = OpenAILikeEmbedding(model_name="sandbox", api_base=address, api_key=key)
    yield "LlamaIndex OpenAILikeEmbedding", index.get_text_embedding


def checks(access):
    """The name of each check and what tells whether it holds."""
    gateway, key = access["gateway"], access["keys"]["Clinician"]
    for family, models, questions in (
            ("LangChain", langchain, LANGCHAIN), ("LlamaIndex", llama_index, LLAMA_INDEX)):
        for name, model in models(gateway, key):
            for what, question in questions:
                yield "%s %s: %s" % (family, name, what), lambda question=question, model=model: question(model)
    for name, embed in embeddings(gateway, key):
        yield name, lambda embed=embed: len(embed(TEXT)) > 0


if __name__ == "__main__":
    run(__doc__, checks)
