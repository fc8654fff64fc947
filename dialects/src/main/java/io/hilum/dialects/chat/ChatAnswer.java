package io.hilum.dialects.chat;

import java.util.Map;
import java.util.TreeMap;

import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a whole chat completion. Collects its choices and their parts in any order.
 * Created per answer and not thread-safe.
 */
public final class ChatAnswer {

	private final Map<Integer, ChatChoice> choices = new TreeMap<>();

	private final long createdSeconds;

	private String id;

	private String model;

	private @Nullable ChatUsage usage;

	private @Nullable String serviceTier;

	/**
	 * Begin an answer.
	 * @param id what the completion is called unless the provider says its own name for
	 * it
	 * @param model the model that answers, unless the provider says it better
	 * @param createdSeconds the time of the request, in seconds since 1970
	 */
	public ChatAnswer(String id, String model, long createdSeconds) {
		this.id = id;
		this.model = model;
		this.createdSeconds = createdSeconds;
	}

	/**
	 * Take over what the provider calls itself.
	 * @param providersId the id of the answer, if it has one
	 * @param providersModel the model, if it says so
	 */
	public void identify(@Nullable String providersId, @Nullable String providersModel) {
		this.id = (providersId != null) ? providersId : this.id;
		this.model = (providersModel != null) ? providersModel : this.model;
	}

	/**
	 * A choice, made when it is asked for first.
	 * @param index its index
	 * @return the choice
	 */
	public ChatChoice choice(int index) {
		return this.choices.computeIfAbsent(index, ChatChoice::new);
	}

	/**
	 * The tokens.
	 * @param tokens the tokens of all choices
	 */
	public void usage(ChatUsage tokens) {
		this.usage = tokens;
	}

	/**
	 * How the request was served.
	 * @param tier OpenAI's word for it
	 */
	public void serviceTier(String tier) {
		this.serviceTier = tier;
	}

	/**
	 * The document.
	 * @return an object {@code chat.completion}
	 */
	public ObjectNode toJson() {
		ObjectNode answer = Json.object();
		answer.put("id", this.id)
			.put("object", "chat.completion")
			.put("created", this.createdSeconds)
			.put("model", this.model);
		ArrayNode all = answer.putArray("choices");
		this.choices.values().forEach((choice) -> all.add(choice.toJson()));
		if (this.usage != null) {
			answer.set("usage", this.usage.toJson());
		}
		if (this.serviceTier != null) {
			answer.put("service_tier", this.serviceTier);
		}
		return answer;
	}

}
