package io.hilum.routing.catalogue.litellm;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;
import org.jspecify.annotations.Nullable;

/**
 * LiteLLM's prices: USD per single token.
 */
final class LiteLlmPrice {

	/**
	 * From dollars per token to nano-dollars per million tokens.
	 */
	private static final int DIGITS = 15;

	private static final String INPUT = "input_cost_per_token";

	private static final String OUTPUT = "output_cost_per_token";

	private static final String CACHED = "cache_read_input_token_cost";

	private static final String CACHE_WRITE = "cache_creation_input_token_cost";

	private static final List<String> KEYS = List.of(INPUT, OUTPUT, CACHED, CACHE_WRITE);

	private LiteLlmPrice() {
	}

	/**
	 * Read a price.
	 * @param sources where it may stand, each key in the first that has it
	 * @param findings where mistakes are noted
	 * @return the price, or nothing if no source names a cost
	 */
	static Optional<Price> read(List<YamlObject> sources, Findings findings) {
		Optional<YamlObject> priced = sources.stream()
			.filter((source) -> KEYS.stream().anyMatch(source.keys()::contains))
			.findFirst();
		return priced.map((first) -> read(sources, first, findings));
	}

	private static Price read(List<YamlObject> sources, YamlObject first, Findings findings) {
		try {
			long input = nano(find(sources, INPUT), 0);
			return new Price(input, nano(find(sources, CACHED), input), nano(find(sources, CACHE_WRITE), input),
					nano(find(sources, OUTPUT), 0));
		}
		catch (ArithmeticException | IllegalArgumentException ex) {
			int line = KEYS.stream().filter(first.keys()::contains).findFirst().map(first::line).orElse(first.line());
			findings.fault(line, "a cost per token must be from 0 to 0.005 USD");
			return Price.FREE;
		}
	}

	private static @Nullable BigDecimal find(List<YamlObject> sources, String key) {
		return sources.stream()
			.filter((source) -> source.keys().contains(key))
			.findFirst()
			.map((source) -> source.number(key))
			.orElse(null);
	}

	private static long nano(@Nullable BigDecimal dollars, long absent) {
		return (dollars != null) ? dollars.movePointRight(DIGITS).longValueExact() : absent;
	}

}
