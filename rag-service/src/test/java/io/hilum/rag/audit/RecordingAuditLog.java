package io.hilum.rag.audit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.core.publisher.Mono;

/**
 * Remembers what was recorded, or refuses to.
 */
public final class RecordingAuditLog implements AuditLog {

	private final List<AuditEvent> events = new CopyOnWriteArrayList<>();

	private volatile boolean full;

	/**
	 * What was recorded.
	 * @return the events, oldest first
	 */
	public List<AuditEvent> events() {
		return this.events;
	}

	/**
	 * Refuse whatever comes.
	 */
	public void fill() {
		this.full = true;
	}

	@Override
	public Mono<Void> append(AuditEvent event) {
		return Mono.defer(() -> {
			if (this.full) {
				return Mono.error(new IllegalStateException("full"));
			}
			this.events.add(event);
			return Mono.empty();
		});
	}

}
