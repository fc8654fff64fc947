package io.hilum.routing.catalogue.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.hilum.routing.catalogue.CatalogueException;
import io.hilum.routing.catalogue.CatalogueException.Fault;

/**
 * What is wrong or doubtful in one reading of a catalogue. Mutable, created per reading
 * and not thread-safe.
 */
public final class Findings {

	private final List<Fault> faults = new ArrayList<>();

	private final List<Fault> warnings = new ArrayList<>();

	/**
	 * Note a mistake.
	 * @param line the line, from one
	 * @param reason what was expected and what was found
	 */
	public void fault(int line, String reason) {
		this.faults.add(new Fault(line, reason));
	}

	/**
	 * Note what is left out or left open.
	 * @param line the line, from one
	 * @param reason why
	 */
	public void warn(int line, String reason) {
		this.warnings.add(new Fault(line, reason));
	}

	/**
	 * The warnings.
	 * @return what is left out or left open, by line
	 */
	public List<Fault> warnings() {
		return this.warnings.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
	}

	/**
	 * Refuse the catalogue if there is a mistake.
	 * @throws CatalogueException if there is one
	 */
	public void throwIfAny() {
		if (!this.faults.isEmpty()) {
			this.faults.sort(Comparator.comparingInt(Fault::line));
			throw new CatalogueException(this.faults);
		}
	}

}
