package io.hilum.gateway.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;

import org.springframework.stereotype.Component;

/**
 * Keeps queries and names of documents out of traces: of an address only the beginning of
 * its path stays, since the rest may be what a person typed.
 */
@Component
final class AddressFilter implements ObservationFilter {

	private static final int KEPT_SEGMENTS = 3;

	@Override
	public Observation.Context map(Observation.Context context) {
		for (String key : new String[] { "http.url", "http.uri" }) {
			KeyValue address = context.getHighCardinalityKeyValue(key);
			if (address != null) {
				context.addHighCardinalityKeyValue(KeyValue.of(key, shortened(address.getValue())));
			}
		}
		return context;
	}

	static String shortened(String address) {
		int authority = address.indexOf("://");
		int path = address.indexOf('/', (authority < 0) ? 0 : authority + 3);
		int end = path;
		for (int segment = 0; segment < KEPT_SEGMENTS && end >= 0; segment++) {
			end = address.indexOf('/', end + 1);
		}
		String kept = (end < 0) ? address : address.substring(0, end);
		int query = kept.indexOf('?');
		return (query < 0) ? kept : kept.substring(0, query);
	}

}
