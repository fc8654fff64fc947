package io.hilum.gateway.identity;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

import io.hilum.gateway.arrival.Network;
import io.hilum.gateway.policy.NamePattern;
import io.hilum.trust.context.ModelScope;
import io.hilum.trust.context.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as a verified credential says.
 *
 * @param subject the person or workload, as {@code issuer|subject}
 * @param roles the roles that the credential carries
 * @param team the team that pays
 * @param application the application that was used
 * @param keyId the id of the Hilum key, if one was used
 * @param purpose the purpose that is bound to the credential
 * @param models the models that the credential is restricted to; empty = no restriction
 * @param networks where the credential may be used; empty = anywhere
 * @param assurance how sure it is that the caller is the subject
 * @param actors who acts on behalf of the subject, the nearest first
 * @param run the run of an agent that asks for the subject, if it is one
 */
public record Caller(String subject, List<String> roles, String team, @Nullable String application,
		@Nullable String keyId, @Nullable String purpose, List<NamePattern> models, List<Network> networks,
		Assurance assurance, List<String> actors, @Nullable Run run) {

	public Caller {
		roles = List.copyOf(roles);
		models = List.copyOf(models);
		networks = List.copyOf(networks);
		actors = List.copyOf(actors);
	}

	/**
	 * A caller who asks by no agent.
	 * @param subject the person or workload, as {@code issuer|subject}
	 * @param roles the roles that the credential carries
	 * @param team the team that pays
	 * @param application the application that was used
	 * @param keyId the id of the Hilum key, if one was used
	 * @param purpose the purpose that is bound to the credential
	 * @param models the models that the credential is restricted to
	 * @param networks where the credential may be used
	 * @param assurance how sure it is that the caller is the subject
	 * @param actors who acts on behalf of the subject, the nearest first
	 */
	public Caller(String subject, List<String> roles, String team, @Nullable String application, @Nullable String keyId,
			@Nullable String purpose, List<NamePattern> models, List<Network> networks, Assurance assurance,
			List<String> actors) {
		this(subject, roles, team, application, keyId, purpose, models, networks, assurance, actors, null);
	}

	/**
	 * The same caller with more roles.
	 * @param more the roles beside those of the credential
	 * @return the caller
	 */
	Caller withRoles(List<String> more) {
		List<String> all = Stream.concat(this.roles.stream(), more.stream()).distinct().toList();
		return new Caller(this.subject, all, this.team, this.application, this.keyId, this.purpose, this.models,
				this.networks, this.assurance, this.actors, this.run);
	}

	/**
	 * Whether the credential may be used from an address.
	 * @param address the address
	 * @return {@code true} if it may
	 */
	public boolean mayComeFrom(InetAddress address) {
		return this.networks.isEmpty() || this.networks.stream().anyMatch((network) -> network.contains(address));
	}

	/**
	 * Whether the credential may be used for a model.
	 * @param model the name of the model
	 * @return {@code true} if it may
	 */
	public boolean mayUse(String model) {
		return this.models.isEmpty() || NamePattern.anyMatches(this.models, model);
	}

	/**
	 * What services behind the gateway may use for this caller, by whatever name it is
	 * reached: a run of an agent no more than the credential of its subject.
	 * @return the models
	 */
	public ModelScope scope() {
		List<NamePattern> own = (this.run != null) ? this.run.models() : this.models;
		return own.isEmpty() ? ModelScope.ALL : new ModelScope(own.stream().map(NamePattern::pattern).toList());
	}

	/**
	 * What services behind the gateway are told of how the caller signed in. Whoever
	 * another acts for is not there.
	 * @return how
	 */
	public SignIn signIn() {
		SignIn own = this.assurance.signIn();
		return this.actors.isEmpty() ? own : own.byProgram();
	}

	/**
	 * A run of an agent on behalf of the subject.
	 *
	 * @param id the id of the request that began it
	 * @param agent the name of the agent
	 * @param conversation within which pseudonyms are stable, for all of its steps
	 * @param models the models that the credential of the subject is restricted to now;
	 * empty = no restriction
	 */
	public record Run(String id, String agent, String conversation, List<NamePattern> models) {

		public Run {
			models = List.copyOf(models);
		}

	}

	/**
	 * By what limits are counted: the key where there is one, else the person.
	 * @return a name that is unique among callers
	 */
	public String account() {
		return (this.keyId != null) ? "key:" + this.keyId : "subject:" + this.subject;
	}

}
