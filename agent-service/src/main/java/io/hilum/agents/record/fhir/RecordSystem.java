package io.hilum.agents.record.fhir;

import io.hilum.agents.record.RecordFiler;
import io.hilum.agents.record.RecordReader;

/**
 * All that can be done with a record system.
 */
interface RecordSystem extends RecordReader, RecordFiler {

	@Override
	boolean isConnected();

}
