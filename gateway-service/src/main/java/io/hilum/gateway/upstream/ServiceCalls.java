package io.hilum.gateway.upstream;

import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.ServiceContext;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Calls one service behind the gateway, with a context that was signed for it.
 */
public final class ServiceCalls {

	private final String audience;

	private final WebClient client;

	private final ContextSigner signer;

	/**
	 * Create a caller of a service.
	 * @param audience the name of the service
	 * @param client a client that knows where it is
	 * @param signer what signs contexts
	 */
	public ServiceCalls(String audience, WebClient client, ContextSigner signer) {
		this.audience = audience;
		this.client = client;
		this.signer = signer;
	}

	/**
	 * Begin a call.
	 * @param method the method
	 * @param path the path
	 * @param context on whose behalf
	 * @return the call, to be completed
	 */
	public WebClient.RequestBodySpec call(HttpMethod method, String path, ServiceContext context) {
		return this.client.method(method)
			.uri(path)
			.header(ServiceContext.HEADER, this.signer.sign(context, this.audience));
	}

}
