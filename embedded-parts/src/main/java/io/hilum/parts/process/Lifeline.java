package io.hilum.parts.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A shell that reads from us until we are gone, then kills the processes we were holding.
 * <p>
 * This works when this JVM is killed with signal 9, on Linux and on macOS. The kernel's
 * parent-death signal does not: it follows the thread that forked, and a change of user
 * namespace clears it.
 */
final class Lifeline {

	private static final String WATCH = """
			trap '' INT TERM HUP
			held=
			while read -r verb pid; do
				case $verb in
					hold) held="$held $pid" ;;
					release) left=; for p in $held; do [ "$p" = "$pid" ] || left="$left $p"; done; held=$left ;;
				esac
			done
			[ -z "$held" ] || kill -KILL $held 2>/dev/null
			""";

	private final Writer orders;

	private Lifeline(Writer orders) {
		this.orders = orders;
	}

	static Lifeline ofThisJvm() {
		return Holder.INSTANCE;
	}

	void hold(long pid) {
		order("hold " + pid + "\n");
	}

	void release(long pid) {
		order("release " + pid + "\n");
	}

	private synchronized void order(String line) {
		try {
			this.orders.write(line);
			this.orders.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The watching shell is gone", ex);
		}
	}

	private static Lifeline start() {
		try {
			Process shell = new ProcessBuilder(OwnSession.of(List.of("/bin/sh", "-c", WATCH)))
				.redirectOutput(Redirect.DISCARD)
				.redirectError(Redirect.DISCARD)
				.start();
			return new Lifeline(shell.outputWriter(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No /bin/sh to watch over child processes", ex);
		}
	}

	private static final class Holder {

		private static final Lifeline INSTANCE = start();

	}

}
