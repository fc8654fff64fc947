package io.hilum.phi.scrub.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of scrubbing.
 *
 * @param threads how many requests are scrubbed at once; 0 for the number of processors
 * @param queue how many requests wait for a thread before others are refused
 * @param inline how large a body may be to be scrubbed on the thread that read it
 * @param maxPending how large the bodies that wait or are scrubbed may be in all
 * @param timeout how long a request may wait and be scrubbed in all
 * @param maxTexts how many texts a request may have
 * @param maxCharacters how many characters the texts of a request may have in all
 * @param maxBody how large the body of a request may be
 */
@ConfigurationProperties("hilum.scrub")
record ScrubProperties(@DefaultValue("0") int threads, @DefaultValue("2048") int queue,
		@DefaultValue("4KB") DataSize inline, @DefaultValue("64MB") DataSize maxPending,
		@DefaultValue("3s") Duration timeout, @DefaultValue("4000") int maxTexts,
		@DefaultValue("2000000") int maxCharacters, @DefaultValue("8MB") DataSize maxBody) {

	ScrubProperties {
		if (threads < 0 || queue < 1 || maxTexts < 1 || maxCharacters < 1 || maxBody.toBytes() < 1
				|| maxPending.compareTo(maxBody) < 0 || !timeout.isPositive()) {
			throw new IllegalArgumentException(
					"the bounds under hilum.scrub must be positive, and max-pending not below max-body");
		}
		threads = (threads == 0) ? Runtime.getRuntime().availableProcessors() : threads;
	}

}
