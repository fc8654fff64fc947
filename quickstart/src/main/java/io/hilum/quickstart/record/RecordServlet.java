package io.hilum.quickstart.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.IPagingProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * HAPI FHIR's server over the invented charts.
 */
final class RecordServlet extends RestfulServer {

	private static final long serialVersionUID = 1L;

	private static final String CHARTS = "/record/charts.json";

	private final transient URI base;

	private final transient Door door;

	private final transient IPagingProvider paging;

	RecordServlet(URI base, Door door, IPagingProvider paging) {
		this.base = base;
		this.door = door;
		this.paging = paging;
	}

	@Override
	protected void initialize() {
		FhirContext fhir = FhirContext.forR4Cached();
		setFhirContext(fhir);
		List<Resource> charts = charts(fhir);
		setServerAddressStrategy(new HardcodedServerAddressStrategy(this.base.toString()));
		setPagingProvider(this.paging);
		registerInterceptor(this.door);
		registerProvider(new Patients(charts));
		registerProvider(new Documents());
		charts.stream()
			.map(Resource::getClass)
			.distinct()
			.filter((type) -> !type.getSimpleName().equals("Patient"))
			.forEach((type) -> registerProvider(new Entries(type, charts)));
	}

	private static List<Resource> charts(FhirContext fhir) {
		try (InputStream json = Objects.requireNonNull(RecordServlet.class.getResourceAsStream(CHARTS), CHARTS)) {
			return fhir.newJsonParser()
				.parseResource(Bundle.class, json)
				.getEntry()
				.stream()
				.map(BundleEntryComponent::getResource)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
