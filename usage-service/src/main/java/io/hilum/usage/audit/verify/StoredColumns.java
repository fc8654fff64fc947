package io.hilum.usage.audit.verify;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The columns by which events are searched for in the store. They repeat what the event
 * says, so they can be altered apart from it and are compared with it.
 *
 * @param eventId the id
 * @param time the time
 * @param service the service
 * @param action the action
 * @param requestId the request
 * @param subject the subject
 * @param decision the decision
 * @param patients the patients whom it concerned
 */
public record StoredColumns(String eventId, Instant time, String service, String action, String requestId,
		@Nullable String subject, String decision, List<String> patients) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * The event as it may be judged: as it is stored if the columns agree with it, else
	 * marked so that it fits no hash.
	 * @param event the text of the event
	 * @return the text to be judged
	 */
	public String judge(String event) {
		return agreeWith(event) ? event : "columns differ from " + event;
	}

	private boolean agreeWith(String event) {
		try {
			JsonNode tree = JSON.readTree(event);
			return this.eventId.equals(tree.path("id").asString(""))
					&& this.time.equals(Instant.parse(tree.path("time").asString("")))
					&& this.service.equals(tree.path("service").asString(""))
					&& this.action.equals(tree.path("action").asString(""))
					&& this.requestId.equals(tree.path("requestId").asString(""))
					&& Objects.equals(this.subject, tree.path("subject").asStringOpt().orElse(null))
					&& this.decision.equals(tree.path("decision").asString("")) && this.patients
						.equals(tree.path("patients").valueStream().map((token) -> token.asString("")).toList());
		}
		catch (JacksonException | DateTimeParseException ex) {
			return false;
		}
	}

}
