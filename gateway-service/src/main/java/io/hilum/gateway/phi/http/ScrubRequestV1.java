package io.hilum.gateway.phi.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hilum.gateway.phi.ScrubOrder;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * The request of {@code scrub}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ScrubRequestV1(String mode, @Nullable Double threshold, Map<String, RuleV1> types,
		@JsonInclude List<String> texts, List<Integer> continuing, List<KnownV1> identities) {

	static ScrubRequestV1 of(ScrubOrder order) {
		Map<String, RuleV1> types = new TreeMap<>();
		order.treatment().types().forEach((type, rule) -> types.put(type, RuleV1.of(rule.mode(), rule.threshold())));
		return new ScrubRequestV1(order.treatment().mode().wireName(), order.treatment().threshold(), types,
				order.texts().stream().map(PhiText::reveal).toList(), order.continuing(),
				order.identities().stream().map((known) -> new KnownV1(known.type(), known.value().reveal())).toList());
	}

	@Override
	public String toString() {
		return "ScrubRequestV1[texts=" + this.texts.size() + "]";
	}

	/**
	 * What is done to one type.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record RuleV1(@Nullable String mode, @Nullable Double threshold) {

		static RuleV1 of(@Nullable PhiMode mode, @Nullable Double threshold) {
			return new RuleV1((mode != null) ? mode.wireName() : null, threshold);
		}

	}

	/**
	 * An identifier that the client knows.
	 */
	record KnownV1(String type, String value) {

		@Override
		public String toString() {
			return "KnownV1[" + this.type + "]";
		}

	}

}
