package io.hilum.parts.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a command out of the terminal's process group: Ctrl-C reaches us alone, and we
 * stop our parts after the services that use them.
 */
final class OwnSession {

	private static final String PERL = "use POSIX; POSIX::setsid(); exec @ARGV or exit 127";

	private OwnSession() {
	}

	static List<String> of(List<String> command) {
		List<String> all = new ArrayList<>();
		if (Programs.onPath("setsid")) {
			all.add("setsid");
		}
		else if (Programs.onPath("perl")) {
			all.addAll(List.of("perl", "-e", PERL));
		}
		all.addAll(command);
		return all;
	}

}
