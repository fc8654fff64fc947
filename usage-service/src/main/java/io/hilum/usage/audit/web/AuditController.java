package io.hilum.usage.audit.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.hilum.usage.audit.AuditChain;
import io.hilum.usage.audit.AuditProperties;
import io.hilum.usage.audit.AuditQuery;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.audit.AuditVerification;
import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.Head;
import io.hilum.usage.audit.chain.SignedHead;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Evidence over HTTP, for administrators. Whoever reads it leaves evidence of that.
 */
@RestController
@RequestMapping("/v1/audit")
class AuditController {

	private final AuditChain chain;

	private final AuditVerification verification;

	private final AuditTrail audit;

	private final AuditProperties properties;

	AuditController(AuditChain chain, AuditVerification verification, AuditTrail audit, AuditProperties properties) {
		this.chain = chain;
		this.verification = verification;
		this.audit = audit;
		this.properties = properties;
	}

	@GetMapping
	Mono<Page> find(Caller caller, @RequestParam(name = "from", required = false) @Nullable Instant from,
			@RequestParam(name = "to", required = false) @Nullable Instant to,
			@RequestParam(name = "action", required = false) @Nullable String action,
			@RequestParam(name = "subject", required = false) @Nullable String subject,
			@RequestParam(name = "cursor", required = false) @Nullable Long cursor,
			@RequestParam(name = "limit", defaultValue = "100") int limit) {
		requireLimit(limit);
		AuditQuery query = new AuditQuery(from, to, action, subject, cursor, limit + 1);
		return admit(caller, "audit.read").then(this.chain.find(query).collectList())
			.map((events) -> Page.of(events, limit));
	}

	@GetMapping("/heads")
	Mono<Heads> heads(Caller caller, @RequestParam(name = "after", defaultValue = "0") long after,
			@RequestParam(name = "limit", defaultValue = "100") int limit) {
		requireLimit(limit);
		return admit(caller, "audit.heads").then(this.chain.heads(after, limit).collectList())
			.map((heads) -> new Heads("list", heads.stream().map(HeadView::of).toList()));
	}

	@GetMapping("/verification")
	Mono<AuditVerification.Result> verify(Caller caller) {
		return admit(caller, "audit.verify").then(this.verification.verify());
	}

	@GetMapping(path = "/export", produces = "application/x-ndjson")
	Flux<String> export(Caller caller) {
		return admit(caller, "audit.export").then(this.chain.tip())
			.flatMapMany((tip) -> this.chain.events(0, tip.sequence()))
			.map((event) -> event.toLine() + "\n");
	}

	private Mono<Void> admit(Caller caller, String action) {
		return this.audit.requireAdministrator(caller, action, null).then(this.audit.allowed(caller, action, null));
	}

	private void requireLimit(int limit) {
		if (limit < 1 || limit > this.properties.maxPage()) {
			throw new UsageProblem.Invalid("limit", "Expected 1 to " + this.properties.maxPage());
		}
	}

	/**
	 * A page of events.
	 *
	 * @param object always {@code list}
	 * @param data the events, the latest first
	 * @param hasMore whether there are more
	 * @param cursor where the next page begins
	 */
	record Page(String object, List<EventView> data, boolean hasMore, @Nullable Long cursor) {

		static Page of(List<ChainedEvent> events, int limit) {
			List<ChainedEvent> page = events.subList(0, Math.min(limit, events.size()));
			boolean more = events.size() > limit;
			return new Page("list", page.stream().map(EventView::of).toList(), more,
					more ? page.getLast().sequence() : null);
		}

	}

	/**
	 * An event in its place.
	 *
	 * @param sequence its place
	 * @param hash its hash
	 * @param event the event
	 */
	record EventView(long sequence, String hash, @JsonRawValue String event) {

		static EventView of(ChainedEvent event) {
			return new EventView(event.sequence(), event.hash(), event.event());
		}

	}

	/**
	 * Heads in order.
	 *
	 * @param object always {@code list}
	 * @param data the heads
	 */
	record Heads(String object, List<HeadView> data) {
	}

	/**
	 * A head to be noted elsewhere.
	 *
	 * @param hash its hash, as the verifier's anchor takes it
	 * @param head what was signed
	 * @param signature the signature
	 */
	record HeadView(String hash, Head head, String signature) {

		static HeadView of(SignedHead signed) {
			return new HeadView(signed.head().hash(), signed.head(), signed.signature());
		}

	}

}
