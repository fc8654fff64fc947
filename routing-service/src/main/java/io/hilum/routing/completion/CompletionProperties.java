package io.hilum.routing.completion;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of a request.
 *
 * @param maxBody the longest body
 * @param bodyTimeout how long a body may take to come
 * @param maxDepth how deep a body may nest
 * @param maxEvent the longest event of a stream; images come in one
 * @param maxAnswer how long an answer may be as a whole
 * @param totalTimeout how long a request may take as a whole, all attempts included; a
 * request may ask for less
 * @param patience a deployment that was silent so long when a request ran out of time has
 * failed; before, the request was impatient
 * @param maxAttempts how many calls of providers a request may cause
 * @param retryPause the shortest pause before the same deployment is asked again
 * @param maxRetryPause the longest; a provider that wants to be left alone for longer
 * ends the request
 * @param retryShare how many requests of a hundred may be asked again, over time; keeps a
 * provider's trouble from growing into a storm
 */
@ConfigurationProperties("hilum.completion")
public record CompletionProperties(@DefaultValue("20MB") DataSize maxBody, @DefaultValue("30s") Duration bodyTimeout,
		@DefaultValue("100") int maxDepth, @DefaultValue("16MB") DataSize maxEvent,
		@DefaultValue("64MB") DataSize maxAnswer, @DefaultValue("10m") Duration totalTimeout,
		@DefaultValue("30s") Duration patience, @DefaultValue("3") int maxAttempts,
		@DefaultValue("200ms") Duration retryPause, @DefaultValue("2s") Duration maxRetryPause,
		@DefaultValue("20") int retryShare) {

	public CompletionProperties {
		if (!retryPause.isPositive() || maxRetryPause.compareTo(retryPause) < 0) {
			throw new IllegalArgumentException(
					"hilum.completion.retry-pause must be from above zero to max-retry-pause");
		}
		if (maxAttempts < 1) {
			throw new IllegalArgumentException("hilum.completion.max-attempts must be positive, is " + maxAttempts);
		}
	}

}
