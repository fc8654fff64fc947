package io.hilum.agents.record.fhir;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestFormatParamStyleEnum;
import ca.uhn.fhir.rest.client.apache.ApacheRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import io.hilum.trust.text.PhiText;
import org.apache.http.Header;
import org.apache.http.HttpConnection;
import org.apache.http.HttpEntity;
import org.apache.http.HttpException;
import org.apache.http.HttpResponse;
import org.apache.http.ProtocolException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes clients of HAPI FHIR over one pool of connections. They follow no redirection,
 * keep no cookie, try nothing twice, and read no answer without end.
 */
final class FhirClients implements AutoCloseable {

	private static final int LONGEST_MINUTES = 5;

	private static final int FIRST_REFUSAL = 300;

	private static final int LONGEST_HEADER = 16_384;

	private static final int MOST_HEADERS = 128;

	private final FhirProperties properties;

	private final FhirContext fhir;

	private final CloseableHttpClient http;

	private final ApacheRestfulClientFactory factory;

	FhirClients(FhirProperties properties, FhirContext fhir) {
		this.properties = properties;
		this.fhir = fhir;
		// What the parser would log of an answer quotes its values.
		fhir.setParserErrorHandler(new LenientErrorHandler(false));
		this.http = http(properties);
		this.factory = new ApacheRestfulClientFactory(fhir);
		this.factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
		this.factory.setHttpClient(this.http);
		// A client asks by the factory of its context, whichever factory made it.
		fhir.setRestfulClientFactory(this.factory);
	}

	private static CloseableHttpClient http(FhirProperties properties) {
		int connect = Math.toIntExact(properties.connectTimeout().toMillis());
		long most = properties.maxBody().toBytes();
		return HttpClients.custom()
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableAuthCaching()
			.setMaxConnTotal(properties.parallel())
			.setMaxConnPerRoute(properties.parallel())
			.setConnectionTimeToLive(LONGEST_MINUTES, TimeUnit.MINUTES)
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setMessageConstraints(MessageConstraints.custom()
					.setMaxLineLength(LONGEST_HEADER)
					.setMaxHeaderCount(MOST_HEADERS)
					.build())
				.build())
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectTimeout(connect)
				.setConnectionRequestTimeout(connect)
				.setSocketTimeout(Math.toIntExact(properties.silence().toMillis()))
				.build())
			.addInterceptorLast((HttpResponse response, HttpContext context) -> bound(response, context, most))
			.build();
	}

	/**
	 * Last of all, so that what is counted was unpacked. What a refusal says is not read:
	 * its status is enough. Whoever closes the answer closes its connection.
	 */
	private static void bound(HttpResponse response, HttpContext context, long most) throws HttpException {
		if (response.getStatusLine().getStatusCode() >= FIRST_REFUSAL) {
			response.setEntity(null);
			return;
		}
		HttpEntity entity = response.getEntity();
		requireNoXml(entity);
		HttpConnection connection = HttpCoreContext.adapt(context).getConnection();
		if (entity != null && connection != null) {
			response.setEntity(new BoundedEntity(entity, most, connection));
		}
	}

	/**
	 * JSON is asked for, and a parser that nobody needs is one that nobody can attack.
	 */
	private static void requireNoXml(@Nullable HttpEntity entity) throws HttpException {
		Header type = (entity != null) ? entity.getContentType() : null;
		if (type != null && type.getValue().toLowerCase(Locale.ROOT).contains("xml")) {
			throw new ProtocolException("an answer in XML");
		}
	}

	FhirContext fhir() {
		return this.fhir;
	}

	IGenericClient as(PhiText token) {
		IGenericClient client = this.factory.newGenericClient(this.properties.base().toString());
		client.setEncoding(EncodingEnum.JSON);
		client.setFormatParamStyle(RequestFormatParamStyleEnum.NONE);
		client.registerInterceptor(new BearerTokenAuthInterceptor(token.reveal()));
		return client;
	}

	@Override
	public void close() throws IOException {
		this.http.close();
	}

}
