package io.hilum.gateway.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.problem.GatewayProblem;
import reactor.core.publisher.Mono;

/**
 * An audit log in memory that can be full.
 */
public final class InMemoryAuditLog implements AuditLog {

	private final List<AuditEvent> published = Collections.synchronizedList(new ArrayList<>());

	private final Map<String, AuditEvent> announced = Collections.synchronizedMap(new LinkedHashMap<>());

	private volatile boolean full;

	@Override
	public Mono<Void> append(AuditEvent event) {
		return whenThereIsRoom(() -> this.published.add(event));
	}

	@Override
	public Mono<Void> provisional(AuditEvent event) {
		return whenThereIsRoom(() -> this.announced.put(event.requestId(), event));
	}

	@Override
	public Mono<Void> complete(AuditEvent event) {
		return Mono.fromRunnable(() -> {
			this.announced.remove(event.requestId());
			this.published.add(event);
		});
	}

	private Mono<Void> whenThereIsRoom(Runnable write) {
		return Mono.defer(() -> {
			if (this.full) {
				return Mono.error(new GatewayProblem.Unavailable("audit_unavailable", "full").asException());
			}
			write.run();
			return Mono.empty();
		});
	}

	/**
	 * Have no more room.
	 */
	public void fill() {
		this.full = true;
	}

	/**
	 * What would be in Kafka.
	 * @return the events in their order
	 */
	public List<AuditEvent> published() {
		return List.copyOf(this.published);
	}

	/**
	 * What would be in Kafka after the death of the process.
	 * @return the open announcements
	 */
	public List<AuditEvent> announced() {
		return List.copyOf(this.announced.values());
	}

}
