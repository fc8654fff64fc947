package io.hilum.agents.run;

import java.time.Instant;

import io.hilum.agents.fingerprint.Fingerprint;
import tools.jackson.databind.JsonNode;

/**
 * A call that waits for a person.
 *
 * @param run the id of the run
 * @param call which of its calls, such as {@code 2-1}: the first of the second step
 * @param tool the name of the tool
 * @param draft what would be written
 * @param expires when it counts as refused
 */
public record Pending(String run, String call, String tool, JsonNode draft, Instant expires) {

	/**
	 * What a decision is bound to: this call of this run, the tool and every character of
	 * what would be written.
	 * @return {@code sha256:} and 64 hexadecimal digits
	 */
	public String hash() {
		return Fingerprint.of(this.run + '\n' + this.call + '\n' + this.tool + '\n' + this.draft);
	}

	@Override
	public String toString() {
		return "Pending[run=" + this.run + ", call=" + this.call + "]";
	}

}
