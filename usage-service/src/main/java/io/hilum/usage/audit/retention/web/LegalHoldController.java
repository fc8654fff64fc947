package io.hilum.usage.audit.retention.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.hilum.usage.audit.retention.LegalHold;
import io.hilum.usage.audit.retention.LegalHoldDesk;
import io.hilum.usage.identity.Caller;

/**
 * Legal holds over HTTP, for administrators. A hold is lifted, never deleted.
 */
@RestController
@RequestMapping("/v1/audit/holds")
class LegalHoldController {

	private final LegalHoldDesk desk;

	LegalHoldController(LegalHoldDesk desk) {
		this.desk = desk;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<LegalHold> place(Caller caller, @RequestBody HoldRequest request) {
		return Mono.defer(() -> this.desk.place(caller, Objects.requireNonNullElse(request.matter(), ""),
				Objects.requireNonNullElse(request.reason(), ""), request.since()));
	}

	@GetMapping
	Mono<Holds> list(Caller caller) {
		return this.desk.all(caller).collectList().map((holds) -> new Holds("list", holds));
	}

	@DeleteMapping("/{matter}")
	Mono<LegalHold> lift(Caller caller, @PathVariable("matter") String matter) {
		return this.desk.lift(caller, matter);
	}

	/**
	 * What is to be held.
	 *
	 * @param matter for what
	 * @param reason why
	 * @param since from when on; everything without it
	 */
	record HoldRequest(@Nullable String matter, @Nullable String reason, @Nullable Instant since) {
	}

	/**
	 * All holds.
	 *
	 * @param object always {@code list}
	 * @param data the holds, those in force first
	 */
	record Holds(String object, List<LegalHold> data) {
	}

}
