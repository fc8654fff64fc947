package io.hilum.agents.run;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.hilum.agents.tool.ToolRefusal;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Has people decide on calls that would write. A decision is a note that only the first
 * can leave, be it a person's or that of the time, so that all see the same one.
 */
@Component
class Approvals {

	private final Archive archive;

	private final Notes notes;

	private final ApprovalProperties properties;

	private final Clock clock;

	Approvals(Archive archive, Notes notes, ApprovalProperties properties, Clock clock) {
		this.archive = archive;
		this.notes = notes;
		this.properties = properties;
		this.clock = clock;
	}

	/** What cannot be made known, nobody can approve. */
	Mono<Void> announce(Pending pending, Tape tape) {
		return Mono.defer(() -> {
			tape.waits(pending);
			return this.archive.wait(tape, this.properties.most());
		}).flatMap((place) -> place ? this.archive.save(tape) : Mono.error(this::tooMany)).doOnError((ex) -> {
			free(tape);
			tape.waitsNoMore();
		})
			.onErrorMap((ex) -> !(ex instanceof ToolRefusal), (ex) -> new ToolRefusal("approval_unavailable",
					"Nobody can be asked to approve this just now. Do without it"));
	}

	private ToolRefusal tooMany() {
		return new ToolRefusal("approval_too_many", "This user has " + this.properties.most()
				+ " runs that wait for approval, the most there may be. Do without this");
	}

	Mono<Decision> decide(Pending pending, Tape tape) {
		return decision(pending).flatMap((decision) -> {
			tape.decided(pending, decision);
			return this.archive.save(tape)
				.onErrorComplete()
				.then(this.archive.waitNoMore(tape).onErrorComplete())
				.thenReturn(decision);
		}).doOnCancel(() -> free(tape));
	}

	/** A place that cannot be given back is free once its time is over. */
	private void free(Tape tape) {
		this.archive.waitNoMore(tape).onErrorComplete().subscribe();
	}

	private Mono<Decision> decision(Pending pending) {
		String note = Archive.deciding(pending.run(), pending.call());
		Duration left = Duration.between(this.clock.instant(), pending.expires());
		return this.notes.await(note)
			.timeout(left.isPositive() ? left : Duration.ZERO, Mono.defer(() -> expire(note, pending)))
			.map((decided) -> decision(decided, pending))
			.onErrorReturn(Decision.EXPIRED);
	}

	/** If somebody was quicker, it is theirs that counts. */
	private Mono<JsonNode> expire(String note, Pending pending) {
		ObjectNode expired = note(Decision.EXPIRED, pending.hash());
		return this.archive.leave(note, expired)
			.flatMap((first) -> first ? Mono.just(expired)
					: this.archive.left(List.of(note)).map((all) -> all.getOrDefault(note, expired)));
	}

	/** A decision on anything else is none. */
	private static Decision decision(JsonNode note, Pending pending) {
		boolean same = note.path("hash").asString("").equals(pending.hash());
		return Decision.of(note.path("decision").asString("")).filter((decision) -> same).orElse(Decision.REFUSED);
	}

	static ObjectNode note(Decision decision, String hash) {
		return JsonMapper.shared().createObjectNode().put("decision", decision.word()).put("hash", hash);
	}

}
