package io.hilum.usage.reconciliation.web;

import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import io.hilum.usage.reconciliation.Reconciler;
import io.hilum.usage.reconciliation.Reconciliation;
import io.hilum.usage.reconciliation.ReconciliationProperties;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reconciliation over HTTP, for administrators: the body is the provider's file as it is.
 */
@RestController
class ReconciliationController {

	private final Reconciler reconciler;

	private final AuditTrail audit;

	private final ReconciliationProperties properties;

	ReconciliationController(Reconciler reconciler, AuditTrail audit, ReconciliationProperties properties) {
		this.reconciler = reconciler;
		this.audit = audit;
		this.properties = properties;
	}

	@PostMapping("/v1/usage/reconciliation")
	Mono<Reconciliation> reconcile(Caller caller, @RequestParam("format") String format,
			@RequestParam("provider") String provider, ServerHttpRequest request) {
		return this.audit.requireAdministrator(caller, "usage.reconcile", "provider:" + provider)
			.then(this.audit.allowed(caller, "usage.reconcile", "provider:" + provider))
			.then(body(request))
			.flatMap((content) -> this.reconciler.compare(format, provider, content));
	}

	private Mono<byte[]> body(ServerHttpRequest request) {
		return DataBufferUtils.join(request.getBody(), (int) this.properties.maxSize().toBytes())
			.map(ReconciliationController::bytes)
			.switchIfEmpty(Mono.error(() -> new UsageProblem.Invalid("body", "Expected the provider's file")))
			.onErrorMap(DataBufferLimitException.class, (ex) -> new UsageProblem.Invalid("body",
					"Expected at most " + this.properties.maxSize().toKilobytes() + " KB"));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] content = new byte[buffer.readableByteCount()];
		buffer.read(content);
		DataBufferUtils.release(buffer);
		return content;
	}

}
