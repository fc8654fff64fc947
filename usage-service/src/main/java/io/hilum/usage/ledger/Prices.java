package io.hilum.usage.ledger;

import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The prices by which a request was charged, in nano-dollars per million tokens.
 *
 * @param version the version of the price list
 * @param serviceTier the service tier that they are of, {@code null} for the usual one
 * @param inputNanoUsdPerMillion for input
 * @param cachedInputNanoUsdPerMillion for input from the provider's cache
 * @param cacheWriteNanoUsdPerMillion for writing to the provider's cache
 * @param outputNanoUsdPerMillion for output
 * @param reasoningNanoUsdPerMillion for reasoning, {@code null} where it is that of
 * output
 * @param audioInputNanoUsdPerMillion for speech that was heard, {@code null} where it is
 * that of input
 * @param audioOutputNanoUsdPerMillion for speech that was spoken, {@code null} where it
 * is that of output
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Prices(String version, @Nullable String serviceTier, long inputNanoUsdPerMillion,
		long cachedInputNanoUsdPerMillion, long cacheWriteNanoUsdPerMillion, long outputNanoUsdPerMillion,
		@Nullable Long reasoningNanoUsdPerMillion, @Nullable Long audioInputNanoUsdPerMillion,
		@Nullable Long audioOutputNanoUsdPerMillion) {

	public Prices {
		Bounds.required(version);
		Bounds.optional(serviceTier);
		Bounds.notNegative(inputNanoUsdPerMillion, cachedInputNanoUsdPerMillion, cacheWriteNanoUsdPerMillion,
				outputNanoUsdPerMillion);
		Stream
			.of(Optional.ofNullable(reasoningNanoUsdPerMillion), Optional.ofNullable(audioInputNanoUsdPerMillion),
					Optional.ofNullable(audioOutputNanoUsdPerMillion))
			.flatMap(Optional::stream)
			.forEach(Bounds::notNegative);
	}

}
