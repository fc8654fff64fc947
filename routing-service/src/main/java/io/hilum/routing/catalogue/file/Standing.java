package io.hilum.routing.catalogue.file;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which catalogue is in force, and whether a newer one was refused.
 *
 * @param version the version in force
 * @param since when it came into force
 * @param refused the newest version, if it was refused
 */
record Standing(String version, Instant since, @Nullable Refusal refused) {

	/**
	 * A version that does not come into force.
	 *
	 * @param version the version
	 * @param at when it was refused
	 * @param faults what is wrong with it, by line
	 */
	record Refusal(String version, Instant at, List<String> faults) {

	}

}
