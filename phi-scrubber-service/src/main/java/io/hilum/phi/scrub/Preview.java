package io.hilum.phi.scrub;

import java.util.List;

import io.hilum.phi.detect.Span;

/**
 * What would become of a text. It prints the number of its findings only.
 *
 * @param masked what a provider would see
 * @param findings the identifiers of the text as it came
 */
public record Preview(String masked, List<Span> findings) {

	@Override
	public String toString() {
		return "Preview[findings=" + this.findings.size() + "]";
	}

}
