package io.hilum.usage.reconciliation.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.reconciliation.Charged;
import io.hilum.usage.reconciliation.Reconciliation;
import io.hilum.usage.reconciliation.Statement;
import io.hilum.usage.reconciliation.StatementFormat;
import io.hilum.usage.reconciliation.statement.Statements;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reconciles without the service: a provider's file beside an export of the ledger as
 * lines of JSON. Exit code 0 says that all sums agree, 1 that some do not, 2 that the
 * comparison could not be made.
 */
public final class ReconcileCommand {

	private static final String USAGE = "usage: reconcile FORMAT STATEMENT LEDGER.ndjson PROVIDER [TOLERANCE_PERCENT]";

	private static final int AGREED = 0;

	private static final int DIFFERENT = 1;

	private static final int FAILED = 2;

	private static final JsonMapper JSON = JsonMapper.shared();

	private ReconcileCommand() {
	}

	/**
	 * Run the command.
	 * @param args the format, the provider's file, the export, the id of the provider in
	 * the catalogue, and by what share sums may differ
	 */
	public static void main(String[] args) {
		System.exit(run(System.out, args));
	}

	/**
	 * Run the command within another program.
	 * @param out where it reports to
	 * @param args as those of the command
	 * @return the exit code
	 */
	public static int run(PrintStream out, String... args) {
		if (args.length < 4 || args.length > 5) {
			out.println(USAGE);
			return FAILED;
		}
		try {
			Reconciliation found = compare(args[0], Path.of(args[1]), Path.of(args[2]), args[3]);
			print(out, found);
			return found.agrees((args.length == 5) ? Double.parseDouble(args[4]) : 0) ? AGREED : DIFFERENT;
		}
		catch (IOException | IllegalArgumentException | ArithmeticException | JacksonException ex) {
			out.println("cannot compare: " + ex.getClass().getSimpleName()
					+ ((ex instanceof IllegalArgumentException) ? ": " + ex.getMessage() : ""));
			return FAILED;
		}
	}

	private static Reconciliation compare(String name, Path file, Path export, String provider) throws IOException {
		StatementFormat format = Statements.all()
			.stream()
			.filter((known) -> known.id().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"expected one of " + Statements.all().stream().map(StatementFormat::id).sorted().toList()));
		Statement statement = format.read(Files.readAllBytes(file));
		List<Charged> charged = new ArrayList<>();
		try (Stream<String> lines = Files.lines(export)) {
			lines.filter((line) -> !line.isBlank())
				.map((line) -> JSON.readValue(line, LedgerEntry.class))
				.filter((entry) -> provider.equals(entry.provider()) && !entry.outcome().equals("cached"))
				.filter((entry) -> isWithin(entry, statement))
				.forEach((entry) -> charged.add(new Charged(entry.model(), entry.tokens(), entry.costNanoUsd())));
		}
		return Reconciliation.of(statement, charged);
	}

	private static boolean isWithin(LedgerEntry entry, Statement statement) {
		LocalDate day = LocalDate.ofInstant(entry.time(), ZoneOffset.UTC);
		return !day.isBefore(statement.from()) && !day.isAfter(statement.to());
	}

	private static void print(PrintStream out, Reconciliation found) {
		out.println(found.from() + " to " + found.to());
		out.printf("%-40s %-13s %20s %20s %20s%n", "model", "meter", "theirs", "ours", "difference");
		Stream.concat(found.models().stream(), found.meters().stream())
			.forEach((row) -> out.printf("%-40s %-13s %20d %20d %20d%n", (row.model() != null) ? row.model() : "*",
					row.meter(), row.theirs(), row.ours(), row.difference()));
	}

}
