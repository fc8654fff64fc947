package io.hilum.quickstart.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * The user's terminal. Log lines go to a file and never here.
 */
public final class Terminal {

	private static final double MILLIS_PER_SECOND = 1000;

	private final PrintStream out;

	public Terminal(PrintStream out) {
		this.out = out;
	}

	/**
	 * The terminal this process was started from.
	 * @return its standard output, in UTF-8
	 */
	public static Terminal ofThisProcess() {
		return new Terminal(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
	}

	public synchronized void say(String text) {
		this.out.println(text);
	}

	/**
	 * Say that one more thing is ready.
	 * @param what its name
	 * @param took since when
	 * @param note where it is, or what to know
	 */
	public void ready(String what, Duration took, String note) {
		say(String.format(Locale.ROOT, "  \u2713 %-22s %5.1f s   %s", what, took.toMillis() / MILLIS_PER_SECOND, note)
			.stripTrailing());
	}

	/**
	 * Say why it does not go on.
	 * @param reason lines a user can act on
	 */
	public void failed(String reason) {
		reason.lines().forEach((line) -> say("  \u2717 " + line));
	}

}
