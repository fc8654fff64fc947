package io.hilum.routing.plan;

import java.time.LocalDate;
import java.util.List;

import io.hilum.routing.catalogue.Assurance;
import io.hilum.routing.policy.Circumstances;
import io.hilum.trust.context.ModelScope;
import io.hilum.trust.context.PhiState;
import org.jspecify.annotations.Nullable;

/**
 * What a plan depends on, next to the catalogue and the state of deployments.
 *
 * @param model the name of the model that was asked for
 * @param roles the roles of the caller
 * @param phi the state of the text
 * @param today the day on which agreements must be valid (UTC)
 * @param size how large the request is
 * @param chance what decides by chance and between equals
 * @param circumstances what policies may ask about
 * @param holder the only provider that may answer, since it keeps what the request goes
 * on from; {@code null} if any may
 * @param assurance how sure it is that the caller is who the context says
 * @param models the models that the caller's credential may be used for
 * @param tier the service tier of providers that is asked for, {@code null} for none
 */
public record PlanRequest(String model, List<String> roles, PhiState phi, LocalDate today, Size size, Chance chance,
		Circumstances circumstances, @Nullable String holder, Assurance assurance, ModelScope models,
		@Nullable String tier) {

	/**
	 * A request for no service tier, with a credential for all models.
	 * @param model the name of the model that was asked for
	 * @param roles the roles of the caller
	 * @param phi the state of the text
	 * @param today the day on which agreements must be valid (UTC)
	 * @param size how large the request is
	 * @param chance what decides by chance and between equals
	 * @param circumstances what policies may ask about
	 * @param holder the only provider that may answer, {@code null} if any may
	 * @param assurance how sure it is that the caller is who the context says
	 */
	public PlanRequest(String model, List<String> roles, PhiState phi, LocalDate today, Size size, Chance chance,
			Circumstances circumstances, @Nullable String holder, Assurance assurance) {
		this(model, roles, phi, today, size, chance, circumstances, holder, assurance, ModelScope.ALL, null);
	}

	/**
	 * A request of whose circumstances nothing is known.
	 * @param model the name of the model that was asked for
	 * @param roles the roles of the caller
	 * @param phi the state of the text
	 * @param today the day on which agreements must be valid (UTC)
	 * @param size how large the request is
	 * @param chance what decides by chance and between equals
	 */
	public PlanRequest(String model, List<String> roles, PhiState phi, LocalDate today, Size size, Chance chance) {
		this(model, roles, phi, today, size, chance, Circumstances.UNKNOWN, null, Assurance.UNKNOWN);
	}

	/**
	 * A request of which only the name of the model is of interest.
	 * @param model the name of the model that was asked for
	 * @param roles the roles of the caller
	 * @param phi the state of the text
	 * @param today the day on which agreements must be valid (UTC)
	 */
	public PlanRequest(String model, List<String> roles, PhiState phi, LocalDate today) {
		this(model, roles, phi, today, new Size(0, 0, false), new Chance(0, 0));
	}

	/**
	 * How large a request is likely to be.
	 *
	 * @param inputTokens the likely tokens of its text
	 * @param outputTokens the tokens of the answer that it asks for, 0 if it does not say
	 * @param stream whether the answer is streamed
	 */
	public record Size(long inputTokens, long outputTokens, boolean stream) {

		/**
		 * All tokens.
		 * @return the sum
		 */
		public long tokens() {
			return this.inputTokens + this.outputTokens;
		}

	}

	/**
	 * Where chance comes from, so that a plan can be made again.
	 *
	 * @param seed drawn for this request
	 * @param session the same for all requests of a conversation
	 */
	public record Chance(long seed, long session) {

		/**
		 * The chance of a request.
		 * @param seed drawn for it
		 * @param conversation the conversation that it belongs to
		 * @return the chance
		 */
		public static Chance of(long seed, String conversation) {
			return new Chance(seed, Spread.hash(conversation));
		}

	}

}
