package io.hilum.usage.directory.keycloak;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.hilum.usage.directory.Client;
import io.hilum.usage.directory.Directory;
import io.hilum.usage.directory.Group;
import io.hilum.usage.directory.Person;
import io.hilum.usage.problem.UsageProblem;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The directory in Keycloak, by its own client, which blocks and therefore has threads of
 * its own.
 */
final class KeycloakDirectory implements Directory, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(KeycloakDirectory.class);

	private static final int PROVIDER_PRIORITY = 100;

	private final Keycloak keycloak;

	private final RealmResource realm;

	private final KeycloakProperties properties;

	private final Scheduler callers;

	private KeycloakDirectory(Keycloak keycloak, KeycloakProperties properties) {
		this.keycloak = keycloak;
		this.realm = keycloak.realm(properties.realm());
		this.properties = properties;
		this.callers = Schedulers.newBoundedElastic(properties.threads(), properties.maxWaiting(), "directory");
	}

	static KeycloakDirectory connect(KeycloakProperties properties) {
		var http = ClientBuilder.newBuilder()
			.register(JacksonProvider.class, PROVIDER_PRIORITY)
			.connectTimeout(properties.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
			.readTimeout(properties.timeout().toMillis(), TimeUnit.MILLISECONDS)
			.build();
		return new KeycloakDirectory(KeycloakBuilder.builder()
			.serverUrl(properties.url())
			.realm(properties.realm())
			.grantType(OAuth2Constants.CLIENT_CREDENTIALS)
			.clientId(properties.clientId())
			.clientSecret(properties.clientSecret())
			.resteasyClient(http)
			.build(), properties);
	}

	@Override
	public Mono<List<Person>> people(@Nullable String search, int first, int limit) {
		return call(() -> {
			List<UserRepresentation> found = (search != null) ? this.realm.users().search(search, first, limit)
					: this.realm.users().list(first, limit);
			return found.stream().map((user) -> person(user, List.of(), List.of())).toList();
		});
	}

	@Override
	public Mono<Person> person(String id) {
		return call(() -> {
			UserResource user = this.realm.users().get(id);
			List<String> roles = user.roles()
				.realmLevel()
				.listAll()
				.stream()
				.map(RoleRepresentation::getName)
				.sorted()
				.toList();
			return person(user.toRepresentation(), roles,
					user.groups().stream().map(GroupRepresentation::getPath).sorted().toList());
		});
	}

	@Override
	public Mono<List<Group>> groups(@Nullable String search, int first, int limit) {
		return call(() -> this.realm.groups()
			.groups((search != null) ? search : "", first, limit)
			.stream()
			.map((group) -> new Group(group.getId(), group.getName(), group.getPath()))
			.toList());
	}

	@Override
	public Mono<Void> assign(String person, String role) {
		return run(() -> this.realm.users().get(person).roles().realmLevel().add(List.of(role(role))));
	}

	@Override
	public Mono<Void> withdraw(String person, String role) {
		return run(() -> {
			UserResource user = this.realm.users().get(person);
			user.roles().realmLevel().remove(List.of(role(role)));
			user.logout();
		});
	}

	@Override
	public Mono<Void> endSessions(String person) {
		return run(() -> this.realm.users().get(person).logout());
	}

	@Override
	public Mono<Client> createClient(String application, String name) {
		return call(() -> {
			try (Response created = this.realm.clients().create(client(application, name))) {
				if (created.getStatus() == Response.Status.CONFLICT.getStatusCode()) {
					throw new UsageProblem.Invalid("application", "There is a client " + application);
				}
				if (created.getStatus() != Response.Status.CREATED.getStatusCode()) {
					throw new WebApplicationException(created.getStatus());
				}
				String path = Objects.requireNonNull(created.getLocation(), "location").getPath();
				String id = path.substring(path.lastIndexOf('/') + 1);
				return new Client(application, this.realm.clients().get(id).getSecret().getValue());
			}
		});
	}

	private RoleRepresentation role(String name) {
		return this.realm.roles().get(name).toRepresentation();
	}

	private ClientRepresentation client(String application, String name) {
		ProtocolMapperRepresentation audience = new ProtocolMapperRepresentation();
		audience.setName("audience of the gateway");
		audience.setProtocol("openid-connect");
		audience.setProtocolMapper("oidc-audience-mapper");
		audience.setConfig(Map.of("included.custom.audience", this.properties.audience(), "access.token.claim", "true",
				"id.token.claim", "false"));
		ClientRepresentation client = new ClientRepresentation();
		client.setClientId(application);
		client.setName(name);
		client.setEnabled(true);
		client.setPublicClient(false);
		client.setServiceAccountsEnabled(true);
		client.setStandardFlowEnabled(false);
		client.setDirectAccessGrantsEnabled(false);
		client.setProtocolMappers(List.of(audience));
		return client;
	}

	private static Person person(UserRepresentation user, List<String> roles, List<String> groups) {
		return new Person(user.getId(), user.getUsername(), user.getFirstName(), user.getLastName(), user.getEmail(),
				Boolean.TRUE.equals(user.isEnabled()), roles, groups);
	}

	private Mono<Void> run(Runnable work) {
		return call(() -> {
			work.run();
			return true;
		}).then();
	}

	private <T> Mono<T> call(Callable<T> work) {
		return Mono.fromCallable(work)
			.subscribeOn(this.callers)
			.onErrorMap((failure) -> !(failure instanceof UsageProblem), KeycloakDirectory::problem);
	}

	private static Throwable problem(Throwable failure) {
		if (failure instanceof NotFoundException) {
			return new UsageProblem.NotFound("The directory has no such person or role");
		}
		if (failure instanceof ProcessingException || failure instanceof WebApplicationException
				|| failure instanceof RejectedExecutionException) {
			logger.warn("The directory does not answer: {}", failure.toString());
			return new UsageProblem.Unavailable("directory_unavailable", "The directory does not answer, try again");
		}
		return failure;
	}

	@Override
	public void close() {
		this.callers.dispose();
		this.keycloak.close();
	}

}
