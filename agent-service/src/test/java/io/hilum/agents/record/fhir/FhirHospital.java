package io.hilum.agents.record.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A hospital's FHIR server: HAPI FHIR's plain server on Jetty, which lets in whoever has
 * a token and shows each only what the token is for.
 */
public final class FhirHospital implements AutoCloseable {

	/**
	 * The token of somebody who may read {@code p1}.
	 */
	public static final String AMELIA = "amelia.reads-p1";

	/**
	 * The token of somebody who may read no patient.
	 */
	public static final String MALLORY = "mallory.reads-nothing";

	private static final int PAGE = 10;

	private final Server server = new Server(0);

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final Documents documents = new Documents();

	/**
	 * Open it.
	 * @param records what is in it
	 * @throws Exception if it cannot
	 */
	public FhirHospital(List<Resource> records) throws Exception {
		RestfulServer fhir = new RestfulServer(FhirContext.forR4Cached());
		fhir.setResourceProviders(new Patients(records));
		for (Resource one : records) {
			if (fhir.getResourceProviders().stream().noneMatch((known) -> known.getResourceType() == one.getClass())) {
				fhir.registerProvider(new Records(one.getClass(), records));
			}
		}
		fhir.registerProvider(this.documents);
		fhir.setPagingProvider(new FifoMemoryPagingProvider(10).setDefaultPageSize(PAGE).setMaximumPageSize(PAGE));
		fhir.registerInterceptor(new Door(this.asked));
		ServletContextHandler context = new ServletContextHandler("/");
		context.addServlet(new ServletHolder(fhir), "/fhir/*");
		this.server.setHandler(context);
		this.server.start();
	}

	/**
	 * Where it is.
	 * @return the base of its interface
	 */
	public String url() {
		return "http://127.0.0.1:" + ((ServerConnector) this.server.getConnectors()[0]).getLocalPort() + "/fhir";
	}

	/**
	 * What agent-service is told of it on a machine that is busy.
	 * @return options
	 */
	public Map<String, String> options() {
		return Map.of("HILUM_FHIR_URL", url(), "hilum.fhir.connect-timeout", "20s", "hilum.fhir.silence", "30s",
				"hilum.fhir.time", "50s", "logging.level.ca.uhn.fhir.interceptor", "off",
				"logging.level.ca.uhn.fhir.rest.server", "off");
	}

	/**
	 * What it was asked.
	 * @return the requests, each with its query
	 */
	public List<String> asked() {
		return this.asked;
	}

	/**
	 * What was filed.
	 * @return the documents in their order
	 */
	public List<DocumentReference> filed() {
		return this.documents.filed;
	}

	@Override
	public void close() {
		try {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("the server did not stop", ex);
		}
	}

	/**
	 * Lets nobody in without a token.
	 */
	@Interceptor
	public static final class Door {

		private final List<String> asked;

		Door(List<String> asked) {
			this.asked = asked;
		}

		/**
		 * Check the token.
		 * @param request the request
		 */
		@Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
		public void check(RequestDetails request) {
			this.asked.add(request.getCompleteUrl());
			String token = String.valueOf(request.getHeader("Authorization"));
			if (token.equals("Bearer " + MALLORY)) {
				throw new ForbiddenOperationException("Irma Peter, MRN 964741, is not yours");
			}
			if (!token.equals("Bearer " + AMELIA)) {
				throw new AuthenticationException("who asks for Irma Peter, MRN 964741?");
			}
		}

	}

	/**
	 * Takes documents.
	 */
	public static final class Documents implements IResourceProvider {

		private final List<DocumentReference> filed = new CopyOnWriteArrayList<>();

		@Override
		public Class<? extends IBaseResource> getResourceType() {
			return DocumentReference.class;
		}

		/**
		 * Take one.
		 * @param document the document
		 * @return its id
		 */
		@Create
		public MethodOutcome create(@ResourceParam DocumentReference document) {
			this.filed.add(document);
			return new MethodOutcome(new IdType("DocumentReference", "d" + this.filed.size()), true);
		}

	}

	/**
	 * Reads patients.
	 */
	public static final class Patients implements IResourceProvider {

		private final List<Resource> records;

		Patients(List<Resource> records) {
			this.records = List.copyOf(records);
		}

		@Override
		public Class<? extends IBaseResource> getResourceType() {
			return Patient.class;
		}

		/**
		 * Read one.
		 * @param id the id
		 * @return the patient
		 */
		@Read
		public Patient read(@IdParam IdType id) {
			return this.records.stream()
				.filter((one) -> one instanceof Patient && one.getIdElement().getIdPart().equals(id.getIdPart()))
				.map(Patient.class::cast)
				.findFirst()
				.orElseThrow(() -> new ResourceNotFoundException(id));
		}

	}

	/**
	 * Finds what else there is of a patient. It believes nobody's order and no bound but
	 * its own.
	 */
	public static final class Records implements IResourceProvider {

		private final Class<? extends IBaseResource> type;

		private final List<Resource> records;

		Records(Class<? extends IBaseResource> type, List<Resource> records) {
			this.type = type;
			this.records = List.copyOf(records);
		}

		@Override
		public Class<? extends IBaseResource> getResourceType() {
			return this.type;
		}

		/**
		 * Search.
		 * @param patient whose
		 * @param date of when
		 * @param recorded of when
		 * @param authored of when
		 * @param created of when
		 * @param category of which kind
		 * @param order in which order
		 * @param count how many
		 * @param include what else
		 * @return all of the type
		 */
		@Search
		public List<IBaseResource> search(@RequiredParam(name = "patient") ReferenceParam patient,
				@OptionalParam(name = "date") @Nullable DateRangeParam date,
				@OptionalParam(name = "recorded-date") @Nullable DateRangeParam recorded,
				@OptionalParam(name = "authoredon") @Nullable DateRangeParam authored,
				@OptionalParam(name = "created") @Nullable DateRangeParam created,
				@OptionalParam(name = "category") @Nullable TokenParam category, @Sort @Nullable SortSpec order,
				@Count @Nullable Integer count, @IncludeParam Set<Include> include) {
			List<IBaseResource> found = new ArrayList<>();
			this.records.stream().filter(this.type::isInstance).forEach(found::add);
			if (include.contains(MedicationRequest.INCLUDE_MEDICATION)) {
				this.records.stream().filter(Medication.class::isInstance).forEach(found::add);
			}
			return found;
		}

	}

}
