package io.hilum.phi.detect;

import java.util.List;

/**
 * Finds identifiers in one text. An implementation is immutable, takes time linear in the
 * length of the text whatever the text is, and never writes the text anywhere.
 */
@FunctionalInterface
public interface Detector {

	/**
	 * Find identifiers. Spans may overlap those of this and of other detectors.
	 * @param document the text in tokens
	 * @return what was found, in any order
	 * @throws DetectionFailedException if the text could not be looked at
	 */
	List<Span> detect(Document document);

	/**
	 * What tells what is found now from what another version of this detector finds.
	 * @return the version, empty for one that is part of this service
	 */
	default String version() {
		return "";
	}

}
