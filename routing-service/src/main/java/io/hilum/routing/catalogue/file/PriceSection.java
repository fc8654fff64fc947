package io.hilum.routing.catalogue.file;

import java.math.BigDecimal;
import java.util.Set;

import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;
import org.jspecify.annotations.Nullable;

/**
 * A {@code price}: USD per million tokens, read exactly.
 */
final class PriceSection {

	private static final Set<String> KEYS = Set.of("input", "cached-input", "cache-write", "output");

	private static final int NANO_DIGITS = 9;

	private PriceSection() {
	}

	static Price read(YamlObject price, Findings findings) {
		price.allowing(KEYS);
		if (price.number("input") == null) {
			findings.fault(price.line(), "a price needs 'input'");
		}
		try {
			long input = nano(price.number("input"), 0);
			return new Price(input, nano(price.number("cached-input"), input), nano(price.number("cache-write"), input),
					nano(price.number("output"), 0));
		}
		catch (ArithmeticException | IllegalArgumentException ex) {
			findings.fault(price.line(),
					"a price must be from 0 to 5000 USD per million tokens, with nine decimals at most");
			return Price.FREE;
		}
	}

	private static long nano(@Nullable BigDecimal dollars, long absent) {
		return (dollars != null) ? dollars.movePointRight(NANO_DIGITS).longValueExact() : absent;
	}

}
