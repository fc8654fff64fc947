package io.hilum.routing.provider.http;

import java.util.Map;

import io.hilum.dialects.Translator;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where a provider takes a call, how it is logged in to, and which dialect it speaks.
 */
public interface HttpDialect {

	/**
	 * The address of a call.
	 * @param call the call
	 * @return the URL
	 */
	String uri(ProviderCall call);

	/**
	 * The headers that log in, and what else the provider wants in its head.
	 * @param uri the address, for logins that sign it
	 * @param body what will be sent, for logins that sign it
	 * @return names and values, or a failure if it cannot be logged in
	 */
	Mono<Map<String, String>> login(String uri, byte[] body);

	/**
	 * What translates an operation.
	 * @param endpoint the operation, in the client's dialect
	 * @return the translator, or {@code null} if the provider speaks the client's dialect
	 * and bytes go on as they come
	 */
	default @Nullable Translator translator(Endpoint endpoint) {
		return null;
	}

	/**
	 * The media type of a streamed answer.
	 * @return the type, without parameters
	 */
	default String streamType() {
		return "text/event-stream";
	}

}
