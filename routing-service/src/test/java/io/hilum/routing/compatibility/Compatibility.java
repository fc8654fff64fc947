package io.hilum.routing.compatibility;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.hilum.dialects.sse.EventData;
import io.hilum.dialects.sse.EventScanner;
import io.hilum.routing.answer.AnswerForm;
import io.hilum.routing.answer.StreamReader;
import io.hilum.routing.answer.StreamReader.Step;
import io.hilum.routing.body.BodyEdits;
import io.hilum.routing.body.BodyScanner;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.ProviderFactory;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.Providers;
import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Runs requests through every provider's own adapter, against a server on this machine,
 * and tells what came of them.
 */
final class Compatibility implements AutoCloseable {

	private static final BodyScanner SCANNER = new BodyScanner(50, 1 << 20);

	private final VendorServer server = new VendorServer();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final Providers providers;

	Compatibility() {
		this.context.registerBean(Clock.class, Clock::systemUTC);
		this.context.registerBean(ReactorResourceFactory.class, () -> {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setShutdownQuietPeriod(Duration.ZERO);
			return resources;
		});
		this.context.register(Adapters.class);
		this.context.refresh();
		this.providers = new Providers(List.copyOf(this.context.getBeansOfType(ProviderFactory.class).values()));
	}

	/**
	 * Ask a provider.
	 * @param vendor the provider
	 * @param endpoint the operation
	 * @param body the request in the client's dialect
	 * @param stream whether the answer is streamed
	 * @return what came of it
	 */
	Outcome ask(Vendor vendor, Endpoint endpoint, String body, boolean stream) {
		this.server.forget();
		String asked = stream ? body.substring(0, body.length() - 1) + ",\"stream\":true}" : body;
		String model = vendor.model(endpoint == Endpoint.EMBEDDINGS);
		byte[] edited = SCANNER.scan(asked.getBytes(StandardCharsets.UTF_8), endpoint)
			.with(new BodyEdits(model, null, "max_tokens"));
		try {
			byte[] answer = this.providers.of(vendor.definition(this.server.port()))
				.call(new ProviderCall("id", endpoint, model, edited, stream, 64_000))
				.collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
				.map(ByteArrayOutputStream::toByteArray)
				.block(Duration.ofSeconds(60));
			return (answer == null) ? Outcome.NOTHING : read(endpoint, answer, stream);
		}
		catch (ProviderFailure ex) {
			return new Outcome("", new String(ex.body(), StandardCharsets.UTF_8), this.server.asked(), null, false,
					ex.retryAfter().orElse(null));
		}
	}

	private Outcome read(Endpoint endpoint, byte[] answer, boolean stream) {
		if (!stream) {
			AnswerForm.WholeAnswer whole = AnswerForm.of(endpoint).whole(answer);
			return (whole == null) ? Outcome.NOTHING : new Outcome(new String(whole.bytes(), StandardCharsets.UTF_8),
					null, this.server.asked(), whole.facts().usage(), true, null);
		}
		StreamReader reader = AnswerForm.of(endpoint).stream(true);
		AtomicBoolean whole = new AtomicBoolean();
		new EventScanner(1 << 20).take(answer, (bytes, start, end) -> {
			Step step = reader.read(EventData.of(bytes, start, end));
			whole.compareAndSet(false, step == Step.LAST);
		});
		return new Outcome(new String(answer, StandardCharsets.UTF_8), null, this.server.asked(), reader.usage(),
				whole.get(), null);
	}

	/**
	 * Ask a provider whose stream breaks off.
	 * @param vendor the provider
	 * @param endpoint the operation
	 * @param body the request in the client's dialect
	 * @return what came of it
	 */
	Outcome askWithCut(Vendor vendor, Endpoint endpoint, String body) {
		this.server.cut(true);
		try {
			return ask(vendor, endpoint, body, true);
		}
		finally {
			this.server.cut(false);
		}
	}

	/**
	 * Ask a provider that refuses.
	 * @param vendor the provider
	 * @param endpoint the operation
	 * @param body the request in the client's dialect
	 * @return what the client is told
	 */
	Outcome askInVain(Vendor vendor, Endpoint endpoint, String body) {
		this.server.refuse(true);
		try {
			return ask(vendor, endpoint, body, false);
		}
		finally {
			this.server.refuse(false);
		}
	}

	@Override
	public void close() {
		this.context.close();
		this.server.close();
	}

	/**
	 * What came of a request.
	 *
	 * @param text the answer in the client's dialect
	 * @param refusal what the client is told instead
	 * @param asked what reached the provider
	 * @param usage the tokens that are charged
	 * @param whole whether the answer is whole
	 * @param retryAfter when the provider wants to be asked again, if it said so
	 */
	record Outcome(String text, @Nullable String refusal, String asked, @Nullable TokenCounts usage, boolean whole,
			@Nullable Duration retryAfter) {

		static final Outcome NOTHING = new Outcome("", null, "", null, false, null);

		long input() {
			return (this.usage != null) ? this.usage.totalInput() : -1;
		}

		long output() {
			return (this.usage != null) ? this.usage.totalOutput() : -1;
		}

		long cached() {
			return (this.usage != null) ? this.usage.cachedInput() : -1;
		}

		boolean refusedByName() {
			return this.refusal != null && this.refusal.contains("unsupported_by_provider");
		}

	}

	/**
	 * All adapters and their properties.
	 */
	@Configuration(proxyBeanMethods = false)
	@ComponentScan(basePackages = "io.hilum.routing.provider",
			includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ProviderFactory.class),
			excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Configuration.class))
	@ConfigurationPropertiesScan("io.hilum.routing.provider")
	static class Adapters {

	}

}
