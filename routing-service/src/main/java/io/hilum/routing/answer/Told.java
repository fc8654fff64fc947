package io.hilum.routing.answer;

import io.hilum.dialects.sse.EventData;
import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a stream have told so far; what a later one says takes the place of
 * what an earlier one did. Created per stream and not thread-safe.
 */
final class Told {

	private @Nullable String model;

	private @Nullable TokenCounts usage;

	private @Nullable String tier;

	void note(EventData data) {
		AnswerFacts facts = AnswerReader.read(data.bytes(), data.start(), data.end());
		if (facts != null) {
			this.model = (facts.model() != null) ? facts.model() : this.model;
			this.tier = (facts.tier() != null) ? facts.tier() : this.tier;
			this.usage = (facts.usage() != null) ? facts.usage() : this.usage;
		}
	}

	@Nullable String model() {
		return this.model;
	}

	@Nullable String tier() {
		return this.tier;
	}

	@Nullable TokenCounts usage() {
		return this.usage;
	}

}
