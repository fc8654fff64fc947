package io.hilum.gateway.identity.delegation;

import java.util.List;

import io.hilum.gateway.identity.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * What a run of an agent may do, and for whom: ask one model, and search. A program of
 * the caller's that calls tools may do the same but ask a model.
 *
 * @param run the id of the request that began it
 * @param agent the name of the agent
 * @param model the only model that it may ask
 * @param conversation within which pseudonyms are stable
 * @param subject on whose behalf
 * @param roles the roles in which the subject may use the agent
 * @param team the team that pays
 * @param application the application that the subject used
 * @param keyId the Hilum key that the subject used
 * @param purpose the purpose of use
 * @param network the address of the subject's client
 * @param assurance how sure it is that the subject asked
 * @param actors who acted on behalf of the subject before, the nearest first
 * @param expires when it ends, in seconds since 1970
 */
record Delegation(String run, String agent, String model, String conversation, String subject, List<String> roles,
		String team, @Nullable String application, @Nullable String keyId, String purpose, String network,
		Assurance assurance, List<String> actors, long expires) {
}
