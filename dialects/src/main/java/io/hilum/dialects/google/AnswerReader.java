package io.hilum.dialects.google;

import java.util.Map;
import java.util.TreeMap;

import io.hilum.dialects.chat.ChatUsage;
import io.hilum.dialects.chat.FinishReason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an answer: one {@code GenerateContentResponse} if it is whole, several if it is
 * streamed. Reasons of the end, tokens and citations are told last, because some models
 * say them again with every piece and only the last word counts. Created per answer and
 * not thread-safe.
 */
final class AnswerReader {

	private final AnswerSink sink;

	private final CallIds callIds;

	private final Map<Integer, CandidateReader> candidates = new TreeMap<>();

	private @Nullable ChatUsage usage;

	private boolean blocked;

	AnswerReader(AnswerSink sink, CallIds callIds) {
		this.sink = sink;
		this.callIds = callIds;
	}

	/**
	 * Read the next piece.
	 * @param response the piece
	 */
	void read(ObjectNode response) {
		String id = text(response, "responseId");
		this.callIds.identify(id);
		this.sink.identify(id, text(response, "modelVersion"));
		JsonNode all = response.path("candidates");
		for (int i = 0; all.isArray() && i < all.size(); i++) {
			candidate(all.path(i).path("index").asInt(i)).read(all.path(i));
		}
		this.blocked |= isBlocked(response.path("promptFeedback").path("blockReason"));
		ServiceTier.of(response.path("usageMetadata")).ifPresent(this.sink::serviceTier);
		ChatUsage told = Tokens.in(response.path("usageMetadata"));
		this.usage = (told != null) ? told : this.usage;
	}

	/**
	 * A reason that is not said is {@code UNSPECIFIED}, or 0 where reasons are numbers.
	 */
	private static boolean isBlocked(JsonNode reason) {
		return (reason.isString() && !reason.asString().endsWith("UNSPECIFIED"))
				|| (reason.isIntegralNumber() && reason.asInt(1) != 0);
	}

	private CandidateReader candidate(int index) {
		return this.candidates.computeIfAbsent(index, (choice) -> {
			this.sink.begin(choice);
			return new CandidateReader(choice, this.sink, this.callIds);
		});
	}

	/**
	 * Whether the answer came to its end: every candidate said why it ended, or the
	 * prompt was blocked.
	 * @return {@code true} if it did
	 */
	boolean isFinished() {
		boolean finished = this.candidates.values().stream().allMatch(CandidateReader::isFinished);
		return finished && (this.blocked || !this.candidates.isEmpty());
	}

	/**
	 * Tell what comes last. An answer without candidates is one choice that says nothing.
	 */
	void end() {
		if (this.candidates.isEmpty()) {
			this.sink.begin(0);
			this.sink.finish(0, this.blocked ? FinishReason.CONTENT_FILTER : FinishReason.STOP);
		}
		this.candidates.values().forEach(CandidateReader::end);
		if (this.usage != null) {
			this.sink.usage(this.usage);
		}
	}

	private static @Nullable String text(ObjectNode response, String name) {
		JsonNode value = response.path(name);
		return (value.isString() && !value.asString().isEmpty()) ? value.asString() : null;
	}

}
