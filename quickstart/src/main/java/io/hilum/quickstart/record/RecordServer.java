package io.hilum.quickstart.record;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import io.hilum.parts.Part;
import io.hilum.parts.PartException;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The record system: HAPI FHIR's plain server, which takes tokens of our Keycloak. It
 * listens at once, and makes what FHIR needs with the first request, so that a start that
 * nobody asks for a record costs next to nothing. What is filed is gone when it stops.
 */
public final class RecordServer implements Part {

	private static final String PATH = "/fhir";

	private static final int MOST_THREADS = 16;

	private static final int PAGES = 10;

	private static final int PAGE = 50;

	private final int port;

	private final URI base;

	private final URI issuer;

	private final Set<String> pages;

	private final Server server = new Server(new QueuedThreadPool(MOST_THREADS, 1));

	/**
	 * Put it together; nothing is started.
	 * @param port where it listens, on the loopback interface
	 * @param root its root as browsers and services reach it
	 * @param issuer whose tokens it takes
	 * @param pages the origins whose pages may ask it
	 */
	public RecordServer(int port, String root, URI issuer, Set<String> pages) {
		this.port = port;
		this.base = URI.create(root + PATH);
		this.issuer = issuer;
		this.pages = Set.copyOf(pages);
	}

	/**
	 * The base of its interface.
	 * @return such as {@code http://localhost:8181/fhir}
	 */
	public URI base() {
		return this.base;
	}

	@Override
	public void start() {
		ServerConnector connector = new ServerConnector(this.server, 1, 1);
		connector.setHost("127.0.0.1");
		connector.setPort(this.port);
		this.server.addConnector(connector);
		CrossOriginHandler crossOrigin = new CrossOriginHandler();
		crossOrigin
			.setAllowedOriginPatterns(this.pages.stream().map(Pattern::quote).collect(Collectors.toUnmodifiableSet()));
		crossOrigin.setAllowedHeaders(Set.of("Authorization", "Accept"));
		crossOrigin.setAllowedMethods(Set.of("GET"));
		crossOrigin.setHandler(servlets());
		this.server.setHandler(crossOrigin);
		try {
			this.server.start();
		}
		catch (Exception ex) {
			throw new PartException("The record system cannot listen on port " + this.port, ex);
		}
	}

	private ServletContextHandler servlets() {
		ServletContextHandler context = new ServletContextHandler("/");
		context.addServlet(new ServletHolder(new SmartConfiguration(this.issuer)),
				PATH + "/.well-known/smart-configuration");
		context.addServlet(
				new ServletHolder(new RecordServlet(this.base, new Door(this.issuer),
						new FifoMemoryPagingProvider(PAGES).setDefaultPageSize(PAGE).setMaximumPageSize(PAGE))),
				PATH + "/*");
		return context;
	}

	@Override
	public void stop() {
		try {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new PartException("The record system does not stop", ex);
		}
	}

	/**
	 * Who takes part in it, for what is printed.
	 * @return names and record numbers of the invented patients
	 */
	public static List<String> patients() {
		return List.of("Maria Lopez, MRN 00482913", "James Whitfield, MRN 00771204");
	}

}
