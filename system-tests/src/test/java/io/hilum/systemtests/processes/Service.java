package io.hilum.systemtests.processes;

import java.util.Locale;

/**
 * The services that can be killed.
 */
public enum Service {

	GATEWAY, ROUTING, PHI_SCRUBBER, USAGE, RAG;

	/**
	 * Its name, as its artifact has it.
	 */
	public String artifact() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-service";
	}

	String portVariable() {
		return "HILUM_" + name() + "_PORT";
	}

	String urlVariable() {
		return "HILUM_" + name() + "_URL";
	}

}
