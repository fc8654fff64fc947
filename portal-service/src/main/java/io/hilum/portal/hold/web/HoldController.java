package io.hilum.portal.hold.web;

import java.time.Instant;

import io.hilum.portal.hold.Hold;
import io.hilum.portal.hold.HoldDesk;
import io.hilum.portal.wire.Listing;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Legal holds, for administrators. A hold is lifted, never deleted.
 */
@RestController
@RequestMapping("/v1/portal/holds")
class HoldController {

	private final HoldDesk desk;

	HoldController(HoldDesk desk) {
		this.desk = desk;
	}

	@GetMapping
	Mono<Listing<Hold>> list(ServiceContext caller) {
		return this.desk.all(caller).collectList().map(Listing::of);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Hold> place(@RequestBody HoldV1 request, ServiceContext caller) {
		return this.desk.place(text(request.matter()), text(request.reason()), request.subject(), request.team(),
				request.since(), caller);
	}

	@DeleteMapping("/{matter}")
	Mono<Hold> lift(@PathVariable String matter, ServiceContext caller) {
		return this.desk.lift(matter, caller);
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	/**
	 * What is to be held.
	 *
	 * @param matter for what
	 * @param reason why
	 * @param subject whose conversations
	 * @param team of which team
	 * @param since from when on
	 */
	record HoldV1(@Nullable String matter, @Nullable String reason, @Nullable String subject, @Nullable String team,
			@Nullable Instant since) {

		@Override
		public String toString() {
			return "HoldV1[REDACTED]";
		}

	}

}
