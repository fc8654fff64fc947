package io.hilum.routing.catalogue.litellm;

import java.math.BigDecimal;

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

	private LiteLlmPrice() {
	}

	static Price read(YamlObject source, Findings findings) {
		try {
			long input = nano(source.number("input_cost_per_token"), 0);
			return new Price(input, nano(source.number("cache_read_input_token_cost"), input),
					nano(source.number("cache_creation_input_token_cost"), input),
					nano(source.number("output_cost_per_token"), 0));
		}
		catch (ArithmeticException | IllegalArgumentException ex) {
			findings.fault(source.line("input_cost_per_token"), "a cost per token must be from 0 to 0.005 USD");
			return Price.FREE;
		}
	}

	private static long nano(@Nullable BigDecimal dollars, long absent) {
		return (dollars != null) ? dollars.movePointRight(DIGITS).longValueExact() : absent;
	}

}
