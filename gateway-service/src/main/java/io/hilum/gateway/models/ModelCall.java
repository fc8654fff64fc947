package io.hilum.gateway.models;

import java.util.Map;

import io.hilum.gateway.arrival.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked.
 *
 * @param endpoint what for
 * @param body the request in the form of the endpoint
 * @param phiCounts how many identifiers of each type were replaced
 * @param besideMedia whether it is raw for media alone, and the text beside them is free
 * of identifiers
 * @param arrival how the client wants the answer
 * @param holder the only provider that may answer, since it keeps what the request goes
 * on from; {@code null} if any may
 */
public record ModelCall(Endpoint endpoint, byte[] body, Map<String, Integer> phiCounts, boolean besideMedia,
		Arrival arrival, @Nullable String holder) {

	@Override
	public String toString() {
		return "ModelCall[endpoint=" + this.endpoint + ", bytes=" + this.body.length + "]";
	}

}
