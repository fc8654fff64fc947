package io.hilum.gateway.edge;

import java.util.concurrent.atomic.AtomicBoolean;
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
 * context, and one event on record, however the call ends: who hangs up before the last
 * byte has still been told the others.
 */
@Component
class GuardedCall {

	/**
	 * The header by which a service says how many things a call concerned.
	 */
	private static final String COUNT = "Hilum-Count";

	/**
	 * The header by which a service says what was done, where the path does not.
	 */
	private static final String ACTION = "Hilum-Action";

	private static final String PREVIEW = "/v1/phi/preview";

	private static final int CLIENT_CLOSED = 499;

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
		AtomicBoolean recorded = new AtomicBoolean();
		return Mono
			.fromSupplier(() -> Access.toGateway(this.policies.current(), caller, arrival, use(exchange, caller)))
			.doOnNext(counted::set)
			.flatMap((grant) -> this.admission.admit(Asking.of(caller, grant.roles(), arrival.requestId()))
				.doOnNext((left) -> left.headers().forEach(exchange.getResponse().getHeaders()::set))
				.flatMap((left) -> call.apply(context(arrival, caller, grant, state))))
			.then(Mono.defer(() -> record(exchange, Ending.of(exchange.getResponse()), recorded)))
			.onErrorResume(
					(ex) -> record(exchange, Ending.of(exchange.getResponse(), ex), recorded).then(Mono.error(ex)))
			.transformDeferredContextual((steps, trace) -> steps
				.doOnCancel(() -> record(exchange, Ending.CLIENT_LEFT, recorded).contextWrite(trace).subscribe()))
			.doFinally((signal) -> {
				Grant grant = counted.get();
				if (grant != null) {
					this.admission.release(Asking.of(caller, grant.roles(), arrival.requestId())).subscribe();
				}
			});
	}

	/** To take identifiers out of what a run tells others is no use of anything. */
	private static Use use(ServerWebExchange exchange, Caller caller) {
		HttpMethod method = exchange.getRequest().getMethod();
		String path = exchange.getRequest().getPath().pathWithinApplication().value();
		if (caller.run() != null && path.equals(PREVIEW)) {
			return Use.NOTHING;
		}
		return Use.ofPath(path, method == HttpMethod.GET || method == HttpMethod.HEAD);
	}

	/**
	 * Once, and to its end, even if whoever waits for it leaves meanwhile.
	 */
	private Mono<Void> record(ServerWebExchange exchange, Ending ending, AtomicBoolean recorded) {
		if (!recorded.compareAndSet(false, true)) {
			return Mono.empty();
		}
		return this.audit
			.record(exchange.getRequest(), Arrival.of(exchange), AuthenticationFilter.callerOf(exchange),
					ending.status(), ending.reason(), ending.count(), ending.action(),
					exchange.getResponse().getHeaders().getFirst(McpHandler.TOOL))
			.onErrorComplete()
			.cache();
	}

	private static ServiceContext context(Arrival arrival, Caller caller, Grant grant, PhiState state) {
		String purpose = caller.purpose();
		Caller.Run run = caller.run();
		return new ServiceContext(arrival.requestId(), caller.subject(), grant.roles(), caller.team(),
				caller.application(), caller.keyId(), (purpose != null) ? purpose : "unspecified", state, "none",
				(run != null) ? run.conversation() : arrival.requestId())
			.withNetwork(arrival.network())
			.withSignIn(caller.signIn())
			.withModels(caller.scope());
	}

	/**
	 * How a call ended.
	 *
	 * @param status the status
	 * @param reason why otherwise than well
	 * @param count how many things it concerned, as the service says
	 * @param action what was done, as the service says
	 */
	private record Ending(int status, @Nullable String reason, @Nullable String count, @Nullable String action) {

		static final Ending CLIENT_LEFT = new Ending(CLIENT_CLOSED, "client_closed", null, null);

		static Ending of(ServerHttpResponse response) {
			HttpStatusCode known = response.getStatusCode();
			int status = (known != null) ? known.value() : 200;
			return new Ending(status, (status >= 400) ? "status_" + status : null,
					response.getHeaders().getFirst(COUNT), response.getHeaders().getFirst(ACTION));
		}

		/**
		 * What breaks off after its beginning was not refused: some of it is with the
		 * client.
		 */
		static Ending of(ServerHttpResponse response, Throwable thrown) {
			Ending begun = of(response);
			if (response.isCommitted() && begun.reason() == null) {
				return new Ending(begun.status(), "interrupted", begun.count(), begun.action());
			}
			GatewayProblem problem = Problems.from(thrown);
			return new Ending(ProblemResponse.of(problem).status(), problem.code(), null, null);
		}

	}

}
