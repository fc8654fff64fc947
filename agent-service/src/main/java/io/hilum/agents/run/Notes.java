package io.hilum.agents.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.trust.text.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Looks for notes that any replica left for the runs of this one: one question for all
 * that are waited for, and none while nothing is. A note that was missed once is found
 * the next time, since it stays.
 */
@Component
class Notes implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(Notes.class);

	private final Map<String, Sinks.One<JsonNode>> awaited = new ConcurrentHashMap<>();

	private final Archive archive;

	private final Disposable looking;

	Notes(Archive archive, KeptProperties properties) {
		this.archive = archive;
		this.looking = Flux.interval(properties.look())
			.onBackpressureDrop()
			.filter((tick) -> !this.awaited.isEmpty())
			.concatMap((tick) -> look(), 1)
			.subscribe();
	}

	/** The note of a name, as soon as there is one. */
	Mono<JsonNode> await(String note) {
		return Mono.defer(() -> this.awaited.computeIfAbsent(note, (name) -> Sinks.one()).asMono())
			.doFinally((signal) -> this.awaited.remove(note));
	}

	private Mono<Void> look() {
		return Mono.defer(() -> this.archive.left(List.copyOf(this.awaited.keySet())))
			.doOnNext((found) -> found.forEach(this::tell))
			.onErrorResume((ex) -> {
				logger.debug("Nobody's notes for runs could be read: {}", Origin.of(ex));
				return Mono.empty();
			})
			.then();
	}

	private void tell(String note, JsonNode content) {
		Sinks.One<JsonNode> waiting = this.awaited.get(note);
		if (waiting != null) {
			waiting.tryEmitValue(content);
		}
	}

	@Override
	public void destroy() {
		this.looking.dispose();
	}

}
