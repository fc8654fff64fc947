package io.hilum.routing.catalogue.web;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hilum.routing.catalogue.Price;

/**
 * Prices in USD per million tokens.
 *
 * @param input fresh input
 * @param cachedInput input that the provider had in its cache
 * @param output output
 */
public record Prices(BigDecimal input, @JsonProperty("cached_input") BigDecimal cachedInput, BigDecimal output) {

	private static final int NANO_DIGITS = 9;

	/**
	 * The usual prices of a deployment.
	 * @param price what it costs
	 * @return the prices
	 */
	public static Prices of(Price price) {
		return new Prices(dollars(price.input()), dollars(price.cachedInput()), dollars(price.output()));
	}

	/**
	 * Nano-dollars as dollars.
	 * @param nanoUsd nano-dollars
	 * @return dollars, exactly, without zeros at the end
	 */
	public static BigDecimal dollars(long nanoUsd) {
		BigDecimal exact = BigDecimal.valueOf(nanoUsd, NANO_DIGITS).stripTrailingZeros();
		return (exact.scale() < 0) ? exact.setScale(0) : exact;
	}

}
