package io.hilum.gateway.chat;

import java.util.List;
import java.util.function.Function;

import io.hilum.gateway.admission.Access;
import io.hilum.gateway.admission.Admission;
import io.hilum.gateway.audit.AuditLog;
import io.hilum.gateway.chat.kept.KeptResponse;
import io.hilum.gateway.chat.request.Asked;
import io.hilum.gateway.knowledge.Passage;
import io.hilum.gateway.knowledge.Retriever;
import io.hilum.gateway.models.ModelCall;
import io.hilum.gateway.models.ModelService;
import io.hilum.gateway.phi.PhiScrubber;
import io.hilum.gateway.phi.ScrubOrder;
import io.hilum.gateway.phi.ScrubOutcome;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.PhiTreatment;
import io.hilum.gateway.policy.PolicySource;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.context.PhiState;
import reactor.core.publisher.Mono;

/**
 * The way of a chat request, in its order: read, admit, retrieve, de-identify, announce,
 * complete, restore, audit. START HERE.
 */
final class ChatPipeline {

	private final ChatRequests requests;

	private final PolicySource policies;

	private final Admission admission;

	private final Retriever retriever;

	private final PhiScrubber scrubber;

	private final ProviderState state;

	private final Deidentifier deidentifier;

	private final ModelService models;

	private final ChatAnswers answers;

	private final Function<ChatContext, Journey> journeys;

	ChatPipeline(ChatRequests requests, PolicySource policies, Admission admission, Retriever retriever,
			PhiScrubber scrubber, ProviderState state, Deidentifier deidentifier, ModelService models,
			ChatAnswers answers, AuditLog auditLog, ChatAudit audit) {
		this.requests = requests;
		this.policies = policies;
		this.admission = admission;
		this.retriever = retriever;
		this.scrubber = scrubber;
		this.state = state;
		this.deidentifier = deidentifier;
		this.models = models;
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
			.flatMap(this::retrieve)
			.map(this.state::apply)
			.flatMap((context) -> deidentify(context, journey))
			.flatMap((context) -> complete(context, journey))
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

	private Mono<ChatContext> admit(ChatContext context, Journey journey) {
		ChatContext granted = context.granted(Access.toModel(this.policies.current(), context.caller(),
				context.arrival(), context.request().model()));
		journey.reached(granted);
		requireScannable(granted);
		this.state.require(granted);
		journey.counting();
		return this.admission.admit(granted.caller().account(), granted.grant().roles(), granted.arrival().requestId())
			.map(granted::admitted)
			.doOnNext(journey::reached);
	}

	private static void requireScannable(ChatContext context) {
		String unscannable = context.request().unscannable();
		if (unscannable != null && !context.grant().media()) {
			throw new GatewayProblem.Invalid("unscannable_content",
					"The request has an image, audio, a file or something else that cannot be searched for identifiers of"
							+ " patients, at " + unscannable
							+ ". Your role may send text only; an administrator can allow more (media: allow)",
					unscannable)
				.asException();
		}
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
		String subject = context.caller().subject();
		PhiTreatment treatment = treatment(context);
		if (treatment.isRaw()) {
			return Mono.just(context.deidentified(this.deidentifier.raw(context.request(), subject)))
				.doOnNext(journey::reached);
		}
		ScrubOrder order = Deidentifier.order(context.request(), treatment, context.scope().previous());
		Mono<ScrubOutcome> outcome = order.texts().isEmpty() ? Mono.just(ScrubOutcome.Scrubbed.nothing("none"))
				: this.scrubber.scrub(context.service(PhiState.RAW, "none"), order);
		return outcome.publishOn(this.requests.workerFor(context.request().body())).map((result) -> switch (result) {
			case ScrubOutcome.Scrubbed scrubbed -> context.deidentified(
					this.deidentifier.apply(context.request(), subject, scrubbed, state(context, treatment, scrubbed)));
			case ScrubOutcome.Blocked blocked -> throw blocked(context, blocked, journey);
		}).doOnNext(journey::reached);
	}

	private PhiTreatment treatment(ChatContext context) {
		return this.policies.current()
			.treatment(context.grant().mode(), context.grant().roles(), context.request().model(),
					context.request().hilum().collections());
	}

	/**
	 * What holds something that may name a patient is raw, whatever else was replaced.
	 */
	private static PhiState state(ChatContext context, PhiTreatment treatment, ScrubOutcome.Scrubbed scrubbed) {
		boolean raw = context.request().unscannable() != null || treatment.mode() == PhiMode.ALLOW || scrubbed.kept();
		return raw ? PhiState.RAW : PhiState.DEIDENTIFIED;
	}

	private static RuntimeException blocked(ChatContext context, ScrubOutcome.Blocked blocked, Journey journey) {
		journey.reached(context.deidentified(Deidentified.blocked(blocked.counts())));
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
		return new ModelCall(context.request().endpoint(), ready.body(), ready.counts(), context.arrival(),
				(previous != null) ? previous.provider() : null);
	}

}
