package io.hilum.gateway.chat;

import java.util.Map;

import io.hilum.gateway.chat.answer.Originals;
import io.hilum.gateway.chat.kept.KeptResponse;
import io.hilum.gateway.chat.kept.KeptResponses;
import io.hilum.gateway.chat.request.StoredState;
import io.hilum.gateway.chat.request.StoredState.Previous;
import io.hilum.gateway.chat.wire.Splice;
import io.hilum.gateway.problem.GatewayProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a provider may keep of a conversation. In a role without leave for that it keeps
 * nothing: asking for it is refused, and a request that says nothing is made to say so.
 * With leave, a request goes on only from a response of its own caller, who knows it by
 * an id that nobody else can use.
 */
final class ProviderState {

	private final KeptResponses responses;

	ProviderState(KeptResponses responses) {
		this.responses = responses;
	}

	/**
	 * Refuse a request for state that its caller must not have.
	 * @param context the request, with the roles in which it is made
	 * @throws io.hilum.gateway.problem.ProblemException if it asks for such
	 */
	void require(ChatContext context) {
		StoredState state = context.request().state();
		String asked = state.asked();
		if (asked != null && !context.grant().state()) {
			throw refused("stored_state_not_allowed",
					asked + " needs a provider to keep the conversation, which your role does not allow:"
							+ " set store to false and send the whole conversation as input",
					asked);
		}
		String unbound = state.unbound();
		if (unbound != null) {
			throw refused("reference_not_supported",
					unbound + " refers to something that a provider keeps without saying whose it is:"
							+ " use previous_response_id, or send the items themselves",
					unbound);
		}
	}

	/**
	 * Make a request keep nothing, or go on from the response that it names.
	 * @param context the request
	 * @return the same as it may leave
	 * @throws io.hilum.gateway.problem.ProblemException if there is no such response
	 */
	ChatContext apply(ChatContext context) {
		StoredState state = context.request().state();
		if (!context.grant().state()) {
			Splice unstored = state.unstored();
			return (unstored != null) ? context.asking(context.request().with(unstored), context.scope()) : context;
		}
		Previous previous = state.previous();
		return (previous != null) ? goingOn(context, previous) : context;
	}

	private ChatContext goingOn(ChatContext context, Previous previous) {
		KeptResponse response = this.responses.find(previous.id(), context.caller().subject())
			.orElseThrow(() -> refused("previous_response_not_found",
					"You have no response with this id. Ids are valid only for the user or key that received them:"
							+ " send the whole conversation as input",
					"previous_response_id"));
		return context.asking(context.request().with(previous.renamed(response.id())), context.scope().after(response));
	}

	private static RuntimeException refused(String code, String message, String param) {
		return new GatewayProblem.Invalid(code, message, param).asException();
	}

	/**
	 * What is put back into the answer: what was taken out of the request and of those
	 * before it, and the caller's ids.
	 * @param context the request and the beginning of its answer
	 * @return what is put back
	 */
	Originals originals(ChatContext context) {
		Originals own = context.deidentified().originals();
		KeptResponse previous = context.scope().previous();
		Originals all = (previous != null) ? own.after(previous.originals()) : own;
		String provider = context.answer().header("hilum-provider");
		boolean kept = context.grant().state() && (previous != null || context.request().state().isKept());
		if (!kept || provider == null) {
			return all;
		}
		KeptResponse made = new KeptResponse("", provider, context.request().model(), context.scope().conversation(),
				all);
		return this.responses.naming(made, known(previous, context.request().state().previous()),
				context.caller().subject());
	}

	private static Map<String, String> known(@Nullable KeptResponse response, @Nullable Previous named) {
		return (response != null && named != null) ? Map.of(response.id(), named.id()) : Map.of();
	}

}
