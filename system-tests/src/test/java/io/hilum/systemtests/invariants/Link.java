package io.hilum.systemtests.invariants;

/**
 * One row of the audit.
 *
 * @param sequence its place in the chain
 * @param event its text, which was hashed
 * @param hash its hash, which covers all before it
 */
public record Link(long sequence, String eventId, String requestId, String service, String action, String decision,
		String event, String hash) {

	/** Whether it is the gateway's record of a request that was to reach a model. */
	boolean ofRequest() {
		return this.service.equals("gateway-service") && this.action.equals("chat.completion");
	}

}
