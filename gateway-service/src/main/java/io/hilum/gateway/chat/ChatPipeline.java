package io.hilum.gateway.chat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.hilum.gateway.admission.Access;
import io.hilum.gateway.admission.Admission;
import io.hilum.gateway.admission.Use;
import io.hilum.gateway.audit.AuditLog;
import io.hilum.gateway.chat.kept.KeptResponse;
import io.hilum.gateway.chat.request.Asked;
import io.hilum.gateway.chat.request.ChatRequest;
import io.hilum.gateway.knowledge.Passage;
import io.hilum.gateway.knowledge.Retriever;
import io.hilum.gateway.models.ModelCall;
import io.hilum.gateway.models.ModelService;
import io.hilum.gateway.patient.PatientTokens;
import io.hilum.gateway.phi.PhiScrubber;
import io.hilum.gateway.phi.ScrubOrder;
import io.hilum.gateway.phi.ScrubOutcome;
import io.hilum.gateway.policy.Agent;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.PhiTreatment;
import io.hilum.gateway.policy.PolicySource;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;

/**
 * The way of a chat request, in its order: read, admit, retrieve, de-identify, announce,
 * complete, restore, audit. An agent is asked in place of retrieving, de-identifying and
 * completing, which its steps do. START HERE.
 */
final class ChatPipeline {

	private final ChatRequests requests;

	private final PolicySource policies;

	private final Admission admission;

	private final Retriever retriever;

	private final PhiScrubber scrubber;

	private final ProviderState state;

	private final Deidentifier deidentifier;

	private final PatientTokens patients;

	private final ModelService models;

	private final AgentRuns agents;

	private final ChatAnswers answers;

	private final Function<ChatContext, Journey> journeys;

	ChatPipeline(ChatRequests requests, PolicySource policies, Admission admission, Retriever retriever,
			PhiScrubber scrubber, ProviderState state, Deidentifier deidentifier, PatientTokens patients,
			ModelService models, AgentRuns agents, ChatAnswers answers, AuditLog auditLog, ChatAudit audit) {
		this.requests = requests;
		this.policies = policies;
		this.admission = admission;
		this.retriever = retriever;
		this.scrubber = scrubber;
		this.state = state;
		this.deidentifier = deidentifier;
		this.patients = patients;
		this.models = models;
		this.agents = agents;
		this.answers = answers;
		this.journeys = (start) -> new Journey(start, auditLog, audit, admission);
	}

	/**
	 * Serve a request.
	 * @param arrived who asks and from where
	 * @param asked what the path says
	 * @param body the request
	 * @param delivery what writes the answer to the client
	 * @return completion once the client has the answer, or a problem
	 */
	Mono<Void> run(ChatContext arrived, Asked asked, Mono<byte[]> body, Function<ChatAnswer, Mono<Void>> delivery) {
		Journey journey = this.journeys.apply(arrived);
		return this.requests.read(arrived, asked, body)
			.doOnNext(journey::reached)
			.flatMap((context) -> admit(context, journey))
			.flatMap((context) -> answer(context, journey))
			.flatMap((context) -> this.answers.restore(context, journey))
			.flatMap((answer) -> {
				journey.delivering();
				return delivery.apply(answer);
			})
			.doOnSuccess((done) -> journey.succeeded())
			.doOnError(journey::failed)
			.doOnCancel(journey::cancelled)
			.transformDeferredContextual(journey::within);
	}

	private Mono<ChatContext> answer(ChatContext context, Journey journey) {
		Agent agent = this.policies.current().agents().get(context.request().model());
		if (agent != null) {
			AgentRuns.require(context.request().endpoint(), context.request().unscannable());
			return journey.announce()
				.then(Mono.defer(() -> this.agents.run(agent, context)))
				.doOnNext(journey::reached);
		}
		return retrieve(context).map(this.state::apply)
			.flatMap((informed) -> deidentify(informed, journey))
			.flatMap((ready) -> complete(ready, journey));
	}

	private Mono<ChatContext> admit(ChatContext context, Journey journey) {
		ChatContext granted = context.granted(Access.toModel(this.policies.current(), context.caller(),
				context.arrival(), context.request().model(), use(context.request())));
		journey.reached(granted);
		granted.grant().requireScannable(granted.request().unscannable());
		this.state.require(granted);
		journey.counting();
		return this.admission.admit(granted.counted()).map(granted::admitted).doOnNext(journey::reached);
	}

	private static Use use(ChatRequest request) {
		return Use.ofModel(request.endpoint().path(), request.hilum().collections(), request.tools());
	}

	private Mono<ChatContext> retrieve(ChatContext context) {
		List<String> collections = context.request().hilum().collections();
		if (collections.isEmpty()) {
			return Mono.just(context);
		}
		return this.retriever
			.search(context.service(PhiState.RAW, "none"), collections, context.request().questions().last())
			.map((passages) -> inform(context, passages));
	}

	private ChatContext inform(ChatContext context, List<Passage> passages) {
		return context.informed(this.requests.insert(context.request(), passages), passages);
	}

	private Mono<ChatContext> deidentify(ChatContext context, Journey journey) {
		PhiTreatment treatment = treatment(context);
		return (treatment.isRaw() ? leaveRaw(context) : scrub(context, treatment, journey)).doOnNext(journey::reached);
	}

	private Mono<ChatContext> scrub(ChatContext context, PhiTreatment treatment, Journey journey) {
		ScrubOrder order = Deidentifier.order(context.request(), treatment, context.scope().previous());
		return search(context, order).map((result) -> switch (result) {
			case ScrubOutcome.Scrubbed scrubbed -> context.deidentified(apply(context, treatment, scrubbed)
				.concerning(scrubbed.counts(), this.patients.of(order.identities(), scrubbed.pseudonyms())));
			case ScrubOutcome.Blocked blocked -> throw blocked(context, order, blocked, journey);
		});
	}

	/**
	 * What leaves raw is searched too where patients are on record: who received what of
	 * whom must be accounted for there more than anywhere.
	 */
	private Mono<ChatContext> leaveRaw(ChatContext context) {
		Deidentified raw = this.deidentifier.raw(context.request(), context.caller().subject());
		if (!this.patients.enabled()) {
			return Mono.just(context.deidentified(raw));
		}
		ScrubOrder order = Deidentifier.order(context.request(), PhiTreatment.of(PhiMode.PSEUDONYMISE),
				context.scope().previous());
		return search(context, order).map((result) -> {
			Map<String, PhiText> found = (result instanceof ScrubOutcome.Scrubbed scrubbed) ? scrubbed.pseudonyms()
					: Map.of();
			return context.deidentified(raw.concerning(result.counts(), this.patients.of(order.identities(), found)));
		});
	}

	private Mono<ScrubOutcome> search(ChatContext context, ScrubOrder order) {
		Mono<ScrubOutcome> outcome = order.texts().isEmpty() ? Mono.just(ScrubOutcome.Scrubbed.nothing("none"))
				: this.scrubber.scrub(context.service(PhiState.RAW, "none"), order);
		return outcome.publishOn(this.requests.workerFor(context.request().body()));
	}

	private PhiTreatment treatment(ChatContext context) {
		return this.policies.current()
			.treatment(context.grant().mode(), context.grant().roles(), context.request().model(),
					context.request().hilum().collections());
	}

	/**
	 * What holds something that may name a patient is raw, whatever else was replaced.
	 */
	private Deidentified apply(ChatContext context, PhiTreatment treatment, ScrubOutcome.Scrubbed scrubbed) {
		boolean raw = treatment.leavesRaw(scrubbed.kept());
		Deidentified ready = this.deidentifier.apply(context.request(), context.caller().subject(), scrubbed,
				raw ? PhiState.RAW : PhiState.DEIDENTIFIED);
		return (context.request().unscannable() != null) ? ready.withMedia() : ready;
	}

	private RuntimeException blocked(ChatContext context, ScrubOrder order, ScrubOutcome.Blocked blocked,
			Journey journey) {
		journey.reached(context.deidentified(
				Deidentified.NOTHING.concerning(blocked.counts(), this.patients.of(order.identities(), Map.of()))));
		return new GatewayProblem.Invalid("phi_blocked", blocked.message(), context.request().endpoint().content())
			.asException();
	}

	private Mono<ChatContext> complete(ChatContext context, Journey journey) {
		Deidentified ready = context.deidentified();
		return journey.announce().then(Mono.defer(() -> {
			long started = System.nanoTime();
			return this.models.complete(call(context), context.service(ready.state(), ready.policyVersion()))
				.map((answer) -> context.answered(answer, System.nanoTime() - started));
		})).doOnNext(journey::reached);
	}

	private static ModelCall call(ChatContext context) {
		Deidentified ready = context.deidentified();
		KeptResponse previous = context.scope().previous();
		return new ModelCall(context.request().endpoint(), ready.body(), ready.counts(), ready.besideMedia(),
				context.arrival(), (previous != null) ? previous.provider() : null);
	}

}
