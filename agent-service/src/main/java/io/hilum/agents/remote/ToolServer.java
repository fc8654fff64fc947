package io.hilum.agents.remote;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A server with tools. What it says of them and what they say is data, and may be
 * anything. Fails with a {@link io.hilum.agents.tool.ToolRefusal} or a
 * {@link java.util.concurrent.TimeoutException}, never with words of the server.
 */
public interface ToolServer {

	/**
	 * Look at the definitions of its tools.
	 * @return the definitions by name; a name that it uses twice is none
	 */
	Mono<Map<String, RemoteDefinition>> definitions();

	/**
	 * Call a tool, in a session of its own.
	 * @param tool its name
	 * @param arguments what it is asked
	 * @param check is shown the definition that the tool has in the same session, or
	 * {@code null} if it has none, and throws if it must not be called
	 * @return what it says
	 */
	Mono<Answer> call(String tool, JsonNode arguments, Consumer<@Nullable RemoteDefinition> check);

	/**
	 * What a tool says.
	 *
	 * @param texts its texts
	 * @param structured its result as JSON, if it has one
	 * @param failed whether it says that it failed
	 * @param leftOut how many parts are no texts, and not here
	 */
	record Answer(List<PhiText> texts, @Nullable JsonNode structured, boolean failed, int leftOut) {

		public Answer {
			texts = List.copyOf(texts);
		}

		@Override
		public String toString() {
			return "Answer[texts=" + this.texts.size() + ", failed=" + this.failed + "]";
		}

	}

}
