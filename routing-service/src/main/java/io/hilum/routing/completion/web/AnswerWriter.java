package io.hilum.routing.completion.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.completion.AnswerHead;
import io.hilum.routing.plan.Candidate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Writes one answer. Its head is set when the first byte is there and not before, so that
 * a failure until then can still be a response of its own. Each part is flushed at once.
 */
final class AnswerWriter {

	private static final int NANO_DIGITS = 9;

	private final ServerHttpResponse response;

	private final boolean stream;

	private final List<String> betas;

	/**
	 * Create a writer.
	 * @param response the response
	 * @param stream whether the answer is streamed
	 * @param betas the betas of Anthropic's API that were asked for
	 */
	AnswerWriter(ServerHttpResponse response, boolean stream, List<String> betas) {
		this.response = response;
		this.stream = stream;
		this.betas = betas;
	}

	Mono<Void> write(Flux<byte[]> answer) {
		DataBufferFactory buffers = this.response.bufferFactory();
		if (!this.stream) {
			return this.response.writeWith(answer.next().map((bytes) -> whole(buffers, bytes)));
		}
		return this.response.writeAndFlushWith(answer.map((bytes) -> Mono.just(buffers.wrap(bytes))));
	}

	private DataBuffer whole(DataBufferFactory buffers, byte[] bytes) {
		this.response.getHeaders().setContentLength(bytes.length);
		return buffers.wrap(bytes);
	}

	void begin(AnswerHead head) {
		HttpHeaders headers = this.response.getHeaders();
		Candidate served = head.served();
		this.response.setStatusCode(HttpStatus.OK);
		headers.setContentType(this.stream ? MediaType.TEXT_EVENT_STREAM : MediaType.APPLICATION_JSON);
		headers.setCacheControl("no-store");
		headers.set("hilum-usage-id", head.usageId());
		set(headers, "hilum-model", head.model());
		set(headers, "hilum-deployment", served.deployment().id());
		set(headers, "hilum-provider", served.deployment().provider().id());
		set(headers, "hilum-region", served.deployment().provider().region());
		set(headers, "hilum-agreement", served.agreement());
		headers.set("hilum-attempts", Integer.toString(head.attempts()));
		headers.set("hilum-cache", head.known().id());
		if (head.known() == AnswerHead.Known.REPEATED) {
			headers.set("idempotent-replayed", "true");
		}
		set(headers, "hilum-ignored-betas", ignoredBetas(served.deployment().provider()));
		set(headers, "hilum-budget-remaining-usd", dollars(head.remainingNanoUsd()));
		set(headers, "hilum-cost-usd", dollars(head.costNanoUsd()));
	}

	private @Nullable String ignoredBetas(ProviderDefinition provider) {
		List<String> allowed = provider.betas(this.betas);
		return (allowed.size() == this.betas.size()) ? null
				: this.betas.stream().filter((beta) -> !allowed.contains(beta)).collect(Collectors.joining(","));
	}

	private static @Nullable String dollars(@Nullable Long nanoUsd) {
		return Optional.ofNullable(nanoUsd)
			.map((nano) -> BigDecimal.valueOf(nano, NANO_DIGITS).stripTrailingZeros().toPlainString())
			.orElse(null);
	}

	/**
	 * Names of models and regions come from elsewhere: what is no visible ASCII is left
	 * out, so that nothing can end a header.
	 */
	private static void set(HttpHeaders headers, String name, @Nullable String value) {
		if (value != null && value.chars().allMatch((sign) -> sign > ' ' && sign < 0x7F)) {
			headers.set(name, value);
		}
	}

}
