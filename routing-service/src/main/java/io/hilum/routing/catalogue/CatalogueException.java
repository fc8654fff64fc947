package io.hilum.routing.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A catalogue that must not come into force, with every fault that was found.
 */
public final class CatalogueException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Fault> faults;

	public CatalogueException(List<Fault> faults) {
		super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
		this.faults = List.copyOf(faults);
	}

	/**
	 * What is wrong.
	 * @return the faults, by line
	 */
	public List<Fault> faults() {
		return this.faults;
	}

	/**
	 * A mistake in a catalogue.
	 *
	 * @param line the line, from one
	 * @param reason what was expected and what was found
	 */
	public record Fault(int line, String reason) {

		@Override
		public String toString() {
			return "line " + this.line + ": " + this.reason;
		}

	}

}
