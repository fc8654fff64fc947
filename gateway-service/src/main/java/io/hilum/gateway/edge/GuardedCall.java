package io.hilum.gateway.edge;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.hilum.gateway.admission.Access;
import io.hilum.gateway.admission.Admission;
import io.hilum.gateway.admission.Asking;
import io.hilum.gateway.admission.Grant;
import io.hilum.gateway.admission.Use;
import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.identity.web.AuthenticationFilter;
import io.hilum.gateway.policy.PolicySource;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemResponse;
import io.hilum.gateway.problem.Problems;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Does for every call that is no chat what the pipeline does for a chat: role, limits,
 * context, and one event on record.
 */
@Component
class GuardedCall {

	/**
	 * The header by which a service says how many things a call concerned.
	 */
	private static final String COUNT = "Hilum-Count";

	private final PolicySource policies;

	private final Admission admission;

	private final CallAudit audit;

	GuardedCall(PolicySource policies, Admission admission, CallAudit audit) {
		this.policies = policies;
		this.admission = admission;
		this.audit = audit;
	}

	/**
	 * Guard a call.
	 * @param exchange the exchange
	 * @param state the state of the text that goes with the call
	 * @param call what is called, with the context for it
	 * @return completion of the call, or a problem
	 */
	Mono<Void> around(ServerWebExchange exchange, PhiState state, Function<ServiceContext, Mono<Void>> call) {
		Arrival arrival = Arrival.of(exchange);
		Caller caller = AuthenticationFilter.callerOf(exchange);
		AtomicReference<@Nullable Grant> counted = new AtomicReference<>();
		return Mono.fromSupplier(() -> Access.toGateway(this.policies.current(), caller, arrival, use(exchange)))
			.doOnNext(counted::set)
			.flatMap((grant) -> this.admission.admit(Asking.of(caller, grant.roles(), arrival.requestId()))
				.doOnNext((left) -> left.headers().forEach(exchange.getResponse().getHeaders()::set))
				.flatMap((left) -> call.apply(context(arrival, caller, grant, state))))
			.then(Mono.defer(() -> record(exchange, null)))
			.onErrorResume((ex) -> record(exchange, ex).then(Mono.error(ex)))
			.doFinally((signal) -> {
				Grant grant = counted.get();
				if (grant != null) {
					this.admission.release(Asking.of(caller, grant.roles(), arrival.requestId())).subscribe();
				}
			});
	}

	private static Use use(ServerWebExchange exchange) {
		HttpMethod method = exchange.getRequest().getMethod();
		return Use.ofPath(exchange.getRequest().getPath().pathWithinApplication().value(),
				method == HttpMethod.GET || method == HttpMethod.HEAD);
	}

	private Mono<Void> record(ServerWebExchange exchange, @Nullable Throwable thrown) {
		GatewayProblem problem = (thrown != null) ? Problems.from(thrown) : null;
		int status = (problem != null) ? ProblemResponse.of(problem).status() : status(exchange.getResponse());
		String reason = (problem != null) ? problem.code() : (status >= 400) ? "status_" + status : null;
		return this.audit
			.record(exchange.getRequest(), Arrival.of(exchange), AuthenticationFilter.callerOf(exchange), status,
					reason, (problem == null) ? exchange.getResponse().getHeaders().getFirst(COUNT) : null)
			.onErrorComplete();
	}

	private static int status(ServerHttpResponse response) {
		HttpStatusCode status = response.getStatusCode();
		return (status != null) ? status.value() : 200;
	}

	private static ServiceContext context(Arrival arrival, Caller caller, Grant grant, PhiState state) {
		String purpose = caller.purpose();
		return new ServiceContext(arrival.requestId(), caller.subject(), grant.roles(), caller.team(),
				caller.application(), caller.keyId(), (purpose != null) ? purpose : "unspecified", state, "none",
				arrival.requestId())
			.withNetwork(arrival.network());
	}

}
