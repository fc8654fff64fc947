package io.hilum.routing.metering.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.RejectedExecutionException;

import io.hilum.journal.CloudEvent;
import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalEntry;
import io.hilum.journal.JournalException;
import io.hilum.journal.JournalFullException;
import io.hilum.routing.metering.UsageRecord;
import io.hilum.routing.metering.UsageReporter;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Reports usage by way of the journal: a request that reached a provider is in it before
 * the provider is called.
 */
final class JournalUsageReporter implements UsageReporter {

	private static final Logger logger = LoggerFactory.getLogger(JournalUsageReporter.class);

	private static final String TYPE = "hilum.usage.recorded.v1";

	private final EventJournal journal;

	private final String topic;

	private final String source;

	private final Mono<Void> forced;

	/**
	 * Report by way of a journal.
	 * @param journal the journal
	 * @param topic the topic
	 * @param source the name of this service
	 * @param forced ends when the disk has what was written before, if anybody is to wait
	 * for that
	 */
	JournalUsageReporter(EventJournal journal, String topic, String source, Mono<Void> forced) {
		this.journal = journal;
		this.topic = topic;
		this.source = "/" + source;
		this.forced = forced;
	}

	@Override
	public Mono<Void> begin(UsageRecord crashed) {
		return Mono.defer(() -> {
			this.journal.provisional(crashed.id(), entry(crashed));
			return this.forced.doOnError((unforced) -> discard(crashed.id()));
		}).onErrorMap(JournalUsageReporter::refusal);
	}

	private static Throwable refusal(Throwable cause) {
		return switch (cause) {
			case JournalFullException full -> new RoutingException(new RoutingProblem.Unavailable("journal_full",
					"Usage cannot be published for some time, so no new requests are taken"));
			case JournalException failed -> unavailable();
			case RejectedExecutionException crowded -> unavailable();
			default -> cause;
		};
	}

	private static RoutingException unavailable() {
		return new RoutingException(
				new RoutingProblem.Unavailable("journal_unavailable", "Usage cannot be recorded at present"));
	}

	@Override
	public void end(UsageRecord ended) {
		try {
			this.journal.complete(ended.id(), entry(ended));
		}
		catch (JournalException ex) {
			logger.error("Usage {} cannot be recorded as it ended; it will be published as crashed", ended.id(), ex);
		}
	}

	@Override
	public void discard(String id) {
		try {
			this.journal.discard(id);
		}
		catch (JournalException ex) {
			logger.error("Usage {} cannot be discarded; it will be published as crashed", id, ex);
		}
	}

	private JournalEntry entry(UsageRecord usage) {
		Instant time = usage.time().truncatedTo(ChronoUnit.MILLIS);
		return new CloudEvent(usage.id(), this.source, TYPE, time).entry(this.topic, usage.caller().team(),
				usage.traceParent(), UsageJson.of(usage));
	}

}
