package io.hilum.usage.audit.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.hilum.usage.audit.AuditChain;
import io.hilum.usage.audit.AuditEvent;
import io.hilum.usage.audit.AuditProperties;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.audit.Disclosure;
import io.hilum.usage.audit.PatientQuery;
import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;

/**
 * What concerned one patient, for administrators: who asked, and who received what (45
 * CFR 164.312(b) and 164.528). The patient is known by a keyed token alone, which the
 * gateway makes of an identifier.
 */
@RestController
@RequestMapping("/v1/audit/patients/{patient}")
class PatientController {

	private final AuditChain chain;

	private final AuditTrail audit;

	private final AuditProperties properties;

	PatientController(AuditChain chain, AuditTrail audit, AuditProperties properties) {
		this.chain = chain;
		this.audit = audit;
		this.properties = properties;
	}

	@GetMapping("/accesses")
	Mono<AuditController.Page> accesses(Caller caller, @PathVariable("patient") String patient,
			@RequestParam(name = "from", required = false) @Nullable Instant from,
			@RequestParam(name = "to", required = false) @Nullable Instant to,
			@RequestParam(name = "cursor", required = false) @Nullable Long cursor,
			@RequestParam(name = "limit", defaultValue = "100") int limit) {
		PatientQuery query = query(patient, from, to, cursor, limit);
		return admit(caller, "patient.accesses", patient)
			.then(this.chain.ofPatient(query).take(limit + 1L).collectList())
			.map((events) -> AuditController.Page.of(events, limit));
	}

	@GetMapping("/disclosures")
	Mono<Disclosures> disclosures(Caller caller, @PathVariable("patient") String patient,
			@RequestParam(name = "from", required = false) @Nullable Instant from,
			@RequestParam(name = "to", required = false) @Nullable Instant to,
			@RequestParam(name = "cursor", required = false) @Nullable Long cursor,
			@RequestParam(name = "limit", defaultValue = "100") int limit) {
		PatientQuery query = query(patient, from, to, cursor, limit);
		return admit(caller, "patient.disclosures", patient)
			.then(this.chain.ofPatient(query).mapNotNull(PatientController::disclosure).take(limit + 1L).collectList())
			.map((found) -> Disclosures.of(patient, found, limit));
	}

	private static @Nullable Disclosure disclosure(ChainedEvent event) {
		return Disclosure.of(event.sequence(), event.event());
	}

	private PatientQuery query(String patient, @Nullable Instant from, @Nullable Instant to, @Nullable Long cursor,
			int limit) {
		if (!AuditEvent.isPatient(patient)) {
			throw new UsageProblem.Invalid("patient", "Expected a token as POST /v1/patients gives it");
		}
		if (limit < 1 || limit > this.properties.maxPage()) {
			throw new UsageProblem.Invalid("limit", "Expected 1 to " + this.properties.maxPage());
		}
		return new PatientQuery(patient, from, to, cursor);
	}

	private Mono<Void> admit(Caller caller, String action, String patient) {
		String resource = "patient:" + patient;
		return this.audit.requireAdministrator(caller, action, resource)
			.then(this.audit.allowed(caller, action, resource));
	}

	/**
	 * A page of disclosures.
	 *
	 * @param object always {@code list}
	 * @param patient the patient
	 * @param data the disclosures, the latest first
	 * @param hasMore whether there are more
	 * @param cursor where the next page begins
	 */
	record Disclosures(String object, String patient, List<Disclosure> data, boolean hasMore, @Nullable Long cursor) {

		static Disclosures of(String patient, List<Disclosure> found, int limit) {
			List<Disclosure> page = found.subList(0, Math.min(limit, found.size()));
			boolean more = found.size() > limit;
			return new Disclosures("list", patient, page, more, more ? page.getLast().sequence() : null);
		}

	}

}
