package io.hilum.agents.record.fhir;

import io.hilum.agents.mandate.RecordAccess;
import io.hilum.agents.record.RecordQuery;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;

/**
 * Where no record system is connected.
 */
final class NoRecord implements RecordSystem {

	@Override
	public boolean isConnected() {
		return false;
	}

	@Override
	public Mono<Found> read(RecordQuery query, RecordAccess access) {
		return Mono.error(new ToolRefusal("record_not_connected", "No record system is connected"));
	}

	@Override
	public Mono<PhiText> file(Note note, RecordAccess access) {
		return Mono.error(new ToolRefusal("record_not_connected", "No record system is connected"));
	}

}
