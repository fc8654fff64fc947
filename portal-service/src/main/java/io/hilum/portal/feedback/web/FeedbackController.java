package io.hilum.portal.feedback.web;

import java.time.Instant;
import java.util.UUID;

import io.hilum.portal.feedback.FeedbackCount;
import io.hilum.portal.feedback.Feedbacks;
import io.hilum.portal.feedback.Reason;
import io.hilum.portal.wire.Listing;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Feedback, for those who were answered and, as counts, for administrators.
 */
@RestController
@RequestMapping("/v1/portal")
class FeedbackController {

	private final Feedbacks feedbacks;

	FeedbackController(Feedbacks feedbacks) {
		this.feedbacks = feedbacks;
	}

	@PutMapping("/conversations/{conversation}/messages/{message}/feedback")
	Mono<FeedbackV1> put(@PathVariable UUID conversation, @PathVariable UUID message, @RequestBody FeedbackV1 request,
			ServiceContext caller) {
		return this.feedbacks.put(conversation, request.toFeedback(message), caller).map(FeedbackV1::of);
	}

	@DeleteMapping("/conversations/{conversation}/messages/{message}/feedback")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable UUID conversation, @PathVariable UUID message, ServiceContext caller) {
		return this.feedbacks.delete(conversation, message, caller);
	}

	@GetMapping("/feedback")
	Mono<Listing<CountV1>> count(@RequestParam(required = false) @Nullable Instant since, ServiceContext caller) {
		return this.feedbacks.count(since, caller).map(CountV1::of).collectList().map(Listing::of);
	}

	/**
	 * One count.
	 *
	 * @param model the model that answered
	 * @param rating how good
	 * @param reason why
	 * @param count how often
	 */
	record CountV1(@Nullable String model, String rating, @Nullable String reason, long count) {

		static CountV1 of(FeedbackCount count) {
			Reason reason = count.reason();
			return new CountV1(count.model(), FeedbackV1.wire(count.rating()),
					(reason != null) ? FeedbackV1.wire(reason) : null, count.count());
		}

	}

}
