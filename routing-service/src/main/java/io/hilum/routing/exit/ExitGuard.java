package io.hilum.routing.exit;

import io.hilum.routing.provider.Exit;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.trust.context.PhiState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops what is said to be free of identifiers and is not, and raises the alarm: the
 * counter {@code hilum.exit.stopped} by type, and a line in the log that has the request
 * and the type, never the text. Thread-safe.
 */
public final class ExitGuard {

	private static final Logger logger = LoggerFactory.getLogger(ExitGuard.class);

	private final ExitProperties properties;

	private final Canaries canaries;

	private final MeterRegistry meters;

	public ExitGuard(ExitProperties properties, MeterRegistry meters) {
		this.properties = properties;
		this.canaries = Canaries.of(properties.canaries());
		this.meters = meters;
		for (Leak leak : properties.lookFor()) {
			stopped(leak);
		}
	}

	/**
	 * The look at what leaves for one request.
	 * @param requestId the id of the request
	 * @param phi the state of its text; where policy lets it be raw there is no look
	 * @param besideMedia whether it is raw for media in it alone, so that the text beside
	 * them is looked at
	 * @return the look
	 */
	public Exit of(String requestId, PhiState phi, boolean besideMedia) {
		if (this.properties.lookFor().isEmpty() || (phi == PhiState.RAW && !besideMedia)) {
			return Exit.OPEN;
		}
		return (phi == PhiState.RAW) ? (body) -> stop(requestId, findBesideMedia(body))
				: (body) -> stop(requestId, find(body));
	}

	private void stop(String requestId, @Nullable Leak leak) {
		if (leak != null) {
			stopped(leak).increment();
			logger.error("Request {} is stopped at the exit: what the scrubber left in it has the form of {}",
					requestId, leak);
			throw ProviderFailure.of(ProviderFailure.Kind.STOPPED);
		}
	}

	/**
	 * There from the start, so that an alert sees the first one as a step.
	 */
	private Counter stopped(Leak leak) {
		return this.meters.counter("hilum.exit.stopped", "type", leak.name());
	}

	@Nullable Leak findBesideMedia(byte[] body) {
		ExitScan scan = new ExitScan(this.canaries, this.properties.lookFor());
		Media.pass(body, scan);
		return scan.end();
	}

	@Nullable Leak find(byte[] body) {
		ExitScan scan = new ExitScan(this.canaries, this.properties.lookFor());
		scan.accept(body);
		return scan.end();
	}

}
