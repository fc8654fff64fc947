package io.hilum.routing.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueException;
import io.hilum.routing.catalogue.file.CatalogueFile;
import io.hilum.routing.catalogue.yaml.Variables;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the decisions of usage events again: with the catalogue that was in force it
 * shows that they follow from it, with another one what it would have done with that
 * traffic. Reads one event per line. Exit code 0 says that every choice is the same, 1
 * that some are not, 2 that it could not be found out.
 */
public final class ReplayCommand {

	private static final int SAME = 0;

	private static final int CHANGED = 1;

	private static final int FAILED = 2;

	private static final String USAGE = """
			usage: replay EVENTS CATALOGUE [--each]
			  EVENTS     usage events, one JSON document a line
			  CATALOGUE  the file; what it refers to is taken from the environment
			  --each     print every decision that changes, not only how many""";

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private final PrintStream out;

	private final PrintStream err;

	private final Variables environment;

	ReplayCommand(PrintStream out, PrintStream err, Variables environment) {
		this.out = out;
		this.err = err;
		this.environment = environment;
	}

	/**
	 * Run the command.
	 * @param args the files and options
	 */
	public static void main(String[] args) {
		System.exit(new ReplayCommand(System.out, System.err, System::getenv).run(args));
	}

	/**
	 * Run the command within another program.
	 * @param out where it reports to
	 * @param environment what the catalogue refers to
	 * @param args the files and options
	 * @return the exit code
	 */
	public static int run(PrintStream out, Variables environment, String... args) {
		return new ReplayCommand(out, out, environment).run(args);
	}

	private int run(String... args) {
		boolean each = args.length == 3 && args[2].equals("--each");
		if (args.length != 2 && !each) {
			this.err.println(USAGE);
			return FAILED;
		}
		try {
			Catalogue catalogue = CatalogueFile.read(Path.of(args[1]), this.environment);
			ReplaySummary summary = replay(Path.of(args[0]), new Replay(catalogue), each);
			summary.print(catalogue.version(), this.out);
			return summary.isSame() ? SAME : CHANGED;
		}
		catch (IOException | UncheckedIOException | CatalogueException | IllegalArgumentException ex) {
			this.err.println("could not replay: " + ex.getMessage());
			return FAILED;
		}
	}

	private ReplaySummary replay(Path events, Replay replay, boolean each) throws IOException {
		ReplaySummary summary = new ReplaySummary();
		try (Stream<String> lines = Files.lines(events)) {
			int number = 0;
			for (Iterator<String> rest = lines.iterator(); rest.hasNext();) {
				number++;
				String line = rest.next();
				if (!line.isBlank()) {
					one(parse(line, number), replay, each, summary);
				}
			}
		}
		return summary;
	}

	private void one(RecordedRequest recorded, Replay replay, boolean each, ReplaySummary summary) {
		Verdict verdict = replay.of(recorded);
		summary.add(recorded, verdict);
		if (!each) {
			return;
		}
		String which = recorded.id() + " " + recorded.requestedModel() + ": ";
		if (verdict instanceof Verdict.Differs differs) {
			this.out.println(which + differs.was() + " -> " + differs.would() + " (" + differs.reason() + ")");
		}
		else if (verdict instanceof Verdict.Refused refused) {
			this.out.println(which + refused.was() + " -> refused: " + refused.code());
		}
	}

	private static RecordedRequest parse(String line, int number) {
		try {
			return JSON.readValue(line, RecordedRequest.class);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("line " + number + " of the events is no usage event");
		}
	}

}
