package io.hilum.gateway.edge;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.audit.AuditEvent;
import io.hilum.gateway.audit.AuditLog;
import io.hilum.gateway.audit.Decision;
import io.hilum.gateway.identity.Caller;
import io.hilum.trust.id.TimeOrderedIds;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Puts calls on record that are passed on to another service: what was asked for and how
 * it ended, one event each.
 */
@Component
class CallAudit {

	private static final int MAX_SEGMENTS = 5;

	private static final String MCP = "/mcp";

	/**
	 * Names and ids, but not titles of documents, which may name a patient.
	 */
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_:-]{1,64}");

	/**
	 * What a {@code POST} does that makes nothing, by the end of its path.
	 */
	private static final Map<String, String> POSTED = Map.of("cancel", "cancel", "simulate", "simulate", "replay",
			"replay");

	private static final Pattern ACTION = Pattern.compile("[a-z]{1,20}\\.[a-z]{1,20}");

	private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

	private final AuditLog auditLog;

	private final TimeOrderedIds ids;

	private final Clock clock;

	CallAudit(AuditLog auditLog, TimeOrderedIds ids, Clock clock) {
		this.auditLog = auditLog;
		this.ids = ids;
		this.clock = clock;
	}

	Mono<Void> record(ServerHttpRequest request, Arrival arrival, Caller caller, int status, @Nullable String reason,
			@Nullable String count, @Nullable String done, @Nullable String tool) {
		String path = request.getPath().pathWithinApplication().value();
		boolean refused = status == 401 || status == 403 || status == 429 || status >= 500;
		AuditEvent event = new AuditEvent(this.ids.next().toString(), this.clock.instant(), AuditEvent.SERVICE,
				(done != null && ACTION.matcher(done).matches()) ? done : action(path, request.getMethod().name()),
				arrival.requestId(), caller.subject(), caller.roles(), caller.team(), caller.application(),
				caller.keyId(), caller.purpose(), arrival.network(),
				(tool != null) ? resource(path) + "/" + plain(tool) : resource(path),
				refused ? Decision.REFUSED : Decision.ALLOWED, reason, status, null, null, null, null, null, null,
				List.of())
			.actedBy(caller.actors());
		return this.auditLog.append(
				(count != null && COUNT.matcher(count).matches()) ? event.counting(Integer.parseInt(count)) : event);
	}

	static String action(String path, String method) {
		if (path.equals(MCP)) {
			return "mcp.call";
		}
		String[] segments = path.split("/");
		String area = (segments.length > 2) ? segments[2].toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") : "";
		String verb = switch (method) {
			case "GET", "HEAD" -> "read";
			case "POST" -> path.contains("/approvals/") ? "decide"
					: POSTED.getOrDefault(path.substring(path.lastIndexOf('/') + 1), "create");
			case "DELETE" -> "delete";
			default -> "change";
		};
		return area.isEmpty() ? verb : area + "." + verb;
	}

	static String resource(String path) {
		if (path.equals(MCP)) {
			return "mcp";
		}
		String[] segments = path.split("/");
		StringBuilder resource = new StringBuilder();
		for (int i = 2; i < Math.min(segments.length, 2 + MAX_SEGMENTS); i++) {
			resource.append((i == 2) ? "" : "/").append(plain(segments[i]));
		}
		return resource.toString();
	}

	private static String plain(String name) {
		return PLAIN.matcher(name).matches() ? name : "_";
	}

}
