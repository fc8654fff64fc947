package io.hilum.gateway.identity.graph;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hilum.gateway.identity.GroupSource;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.trust.entra.EntraTokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Asks Microsoft Graph by {@code checkMemberGroups}, which counts nested groups too and
 * takes twenty groups at a time (Graph v1.0, "directoryObject: checkMemberGroups").
 */
final class GraphGroups implements GroupSource {

	private static final Logger logger = LoggerFactory.getLogger(GraphGroups.class);

	private static final int GROUPS_PER_CALL = 20;

	private static final Pattern OBJECT_ID = Pattern.compile("[0-9A-Fa-f-]{36}");

	private final WebClient client;

	private final URI graph;

	private final EntraTokens tokens;

	private final Duration timeout;

	GraphGroups(WebClient client, URI graph, EntraTokens tokens, Duration timeout) {
		this.client = client;
		this.graph = graph;
		this.tokens = tokens;
		this.timeout = timeout;
	}

	@Override
	public Mono<Set<String>> groupsOf(String member, Collection<String> among) {
		if (!OBJECT_ID.matcher(member).matches()) {
			return Mono.error(unknown());
		}
		return this.tokens.current()
			.flatMap((token) -> Flux.fromIterable(portions(among))
				.concatMap((portion) -> ask(token, member, portion))
				.flatMapIterable((group) -> group)
				.filter(among::contains)
				.collect(Collectors.toUnmodifiableSet()))
			.timeout(this.timeout)
			.onErrorMap((ex) -> !(ex instanceof ProblemException), GraphGroups::away);
	}

	private static List<List<String>> portions(Collection<String> among) {
		List<String> all = List.copyOf(among);
		List<List<String>> portions = new ArrayList<>();
		for (int i = 0; i < all.size(); i += GROUPS_PER_CALL) {
			portions.add(all.subList(i, Math.min(all.size(), i + GROUPS_PER_CALL)));
		}
		return portions;
	}

	private Mono<List<String>> ask(String token, String member, List<String> groups) {
		return this.client.post()
			.uri(URI.create(this.graph + "/directoryObjects/" + member + "/checkMemberGroups"))
			.headers((headers) -> headers.setBearerAuth(token))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(new Question(groups))
			.retrieve()
			.bodyToMono(Answer.class)
			.switchIfEmpty(Mono.error(GraphGroups::unknown))
			.map((answer) -> {
				if (answer.value() == null) {
					throw unknown();
				}
				return answer.value();
			});
	}

	private static Throwable away(Throwable thrown) {
		logger.warn("Groups could not be asked for: {}", thrown.getClass().getSimpleName());
		return unknown();
	}

	private static ProblemException unknown() {
		return new GatewayProblem.Unavailable("groups_unavailable",
				"Your groups cannot be looked up at the moment, so nobody can tell what you may do. Try again shortly")
			.asException();
	}

	/**
	 * What is asked.
	 *
	 * @param groupIds ids of groups, twenty at most
	 */
	record Question(List<String> groupIds) {
	}

	/**
	 * What Graph says.
	 *
	 * @param value those of the groups that the object is in
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Answer(@Nullable List<String> value) {
	}

}
