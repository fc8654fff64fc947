package io.hilum.gateway.chat;

import java.util.List;

import io.hilum.gateway.admission.Allowance;
import io.hilum.gateway.admission.Asking;
import io.hilum.gateway.admission.Grant;
import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.chat.kept.KeptResponse;
import io.hilum.gateway.chat.request.ChatRequest;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.knowledge.Passage;
import io.hilum.gateway.models.ModelAnswer;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one chat request; it grows as the request goes on its way.
 *
 * @param arrival when and from where it came
 * @param caller who asks
 * @param request what is asked
 * @param scope the conversation and the purpose
 * @param grant in which roles
 * @param allowance what is left of the caller's requests
 * @param passages what was found in collections
 * @param deidentified what leaves, and how to undo it
 * @param answer what came back
 * @param upstreamNanos how long routing-service took until then
 */
record ChatContext(Arrival arrival, Caller caller, ChatRequest request, Scope scope, Grant grant, Allowance allowance,
		List<Passage> passages, Deidentified deidentified, ModelAnswer answer, long upstreamNanos) {

	private static final Grant NO_GRANT = new Grant(List.of(), PhiMode.BLOCK, false, false);

	static ChatContext of(Arrival arrival, Caller caller) {
		return new ChatContext(arrival, caller, ChatRequest.UNREAD, new Scope("", ""), NO_GRANT, Allowance.UNCOUNTED,
				List.of(), Deidentified.NOTHING, ModelAnswer.NONE, 0);
	}

	ChatContext asking(ChatRequest read, Scope in) {
		return new ChatContext(this.arrival, this.caller, read, in, this.grant, this.allowance, this.passages,
				this.deidentified, this.answer, this.upstreamNanos);
	}

	ChatContext granted(Grant given) {
		return new ChatContext(this.arrival, this.caller, this.request, this.scope, given, this.allowance,
				this.passages, this.deidentified, this.answer, this.upstreamNanos);
	}

	/** As what the request is counted. */
	Asking counted() {
		return Asking.of(this.caller, this.grant.roles(), this.arrival.requestId())
			.of(this.request.model(), this.request.tokens());
	}

	ChatContext admitted(Allowance left) {
		return new ChatContext(this.arrival, this.caller, this.request, this.scope, this.grant, left, this.passages,
				this.deidentified, this.answer, this.upstreamNanos);
	}

	ChatContext informed(ChatRequest extended, List<Passage> found) {
		return new ChatContext(this.arrival, this.caller, extended, this.scope, this.grant, this.allowance, found,
				this.deidentified, this.answer, this.upstreamNanos);
	}

	ChatContext deidentified(Deidentified ready) {
		return new ChatContext(this.arrival, this.caller, this.request, this.scope, this.grant, this.allowance,
				this.passages, ready, this.answer, this.upstreamNanos);
	}

	ChatContext answered(ModelAnswer received, long nanos) {
		return new ChatContext(this.arrival, this.caller, this.request, this.scope, this.grant, this.allowance,
				this.passages, this.deidentified, received, nanos);
	}

	/**
	 * The context for a call to a service.
	 * @param state the state of the text that goes with it
	 * @param policyVersion the policy by which the state was reached
	 * @return the context
	 */
	ServiceContext service(PhiState state, String policyVersion) {
		return new ServiceContext(this.arrival.requestId(), this.caller.subject(), this.grant.roles(),
				this.caller.team(), this.caller.application(), this.caller.keyId(), this.scope.purpose(), state,
				policyVersion, this.scope.conversation())
			.withNetwork(this.arrival.network())
			.withSignIn(this.caller.signIn())
			.withModels(this.caller.scope().with(this.request.model()));
	}

	/**
	 * Within what a request is made.
	 *
	 * @param conversation within which pseudonyms are stable
	 * @param purpose the purpose of use
	 * @param previous the response that the request goes on from
	 */
	record Scope(String conversation, String purpose, @Nullable KeptResponse previous) {

		Scope(String conversation, String purpose) {
			this(conversation, purpose, null);
		}

		/**
		 * The scope of a request that goes on from a response.
		 * @param response the response
		 * @return the scope
		 */
		Scope after(KeptResponse response) {
			return new Scope(response.conversation(), this.purpose, response);
		}

	}

}
