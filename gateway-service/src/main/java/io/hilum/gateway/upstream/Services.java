package io.hilum.gateway.upstream;

/**
 * Names of the services behind the gateway, as contexts are signed for them.
 */
public final class Services {

	/**
	 * The one that calls providers.
	 */
	public static final String ROUTING = "routing-service";

	/**
	 * The one that finds identifiers.
	 */
	public static final String PHI_SCRUBBER = "phi-scrubber-service";

	/**
	 * The one that keeps accounts.
	 */
	public static final String USAGE = "usage-service";

	/**
	 * The one that knows documents.
	 */
	public static final String RAG = "rag-service";

	/**
	 * The one that runs agents.
	 */
	public static final String AGENT = "agent-service";

	/**
	 * The one that remembers for the portal.
	 */
	public static final String PORTAL = "portal-service";

	private Services() {
	}

}
