package io.hilum.routing.provider.http;

import java.util.Map;

import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.ProviderDialect;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.StoredCall;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where a provider takes a call, how it is logged in to, and which dialect it speaks.
 */
public interface HttpDialect extends ProviderDialect {

	/**
	 * The address of a call.
	 * @param call the call, of an operation that the provider speaks
	 * @return the URL
	 */
	String uri(ProviderCall call);

	/**
	 * The address of a response that the provider keeps.
	 * @param call what is asked of it
	 * @return the URL, or {@code null} if the provider keeps none
	 */
	default @Nullable String uri(StoredCall call) {
		return null;
	}

	/**
	 * The headers that log in, and what else the provider wants in its head.
	 * @param uri the address, for logins that sign it
	 * @param body what will be sent, for logins that sign it
	 * @return names and values, or a failure if it cannot be logged in
	 */
	Mono<Map<String, String>> login(String uri, byte[] body);

	/**
	 * What a call says in its head beside that. The catalogue's headers stand above it.
	 * @param call the call
	 * @return names and values
	 */
	default Map<String, String> headers(ProviderCall call) {
		return Map.of();
	}

	/**
	 * The media type of a streamed answer.
	 * @return the type, without parameters
	 */
	default String streamType() {
		return "text/event-stream";
	}

	/**
	 * Whether a provider that counts tokens has said that it cannot count these, so that
	 * they are estimated.
	 * @param failure what it said
	 * @return {@code false} if something is wrong with the request
	 */
	default boolean cannotCount(ProviderFailure failure) {
		return false;
	}

	/**
	 * What an answer without success means, for providers that say in its body what
	 * others say in its head, or the other way around.
	 * @param told what it says as most providers would
	 * @param head its headers
	 * @return what it means
	 */
	default Refusal refusal(Refusal told, Refusal.Head head) {
		return told;
	}

}
