package io.hilum.usage.audit.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.Signatures;
import tools.jackson.core.JacksonException;

/**
 * Verifies the evidence without the service that wrote it: no network, nothing but the
 * JDK and Jackson. Exit code 0 says that everything is as it was signed, 1 that something
 * was altered, 2 that the verification could not be made.
 */
public final class VerifyAuditCommand {

	private static final int VERIFIED = 0;

	private static final int ALTERED = 1;

	private static final int FAILED = 2;

	private static final String USAGE = """
			usage: verify-audit FOLDER [--public-key FILE]... [--anchor HASH]... [--export FILE] [--database JDBC_URL]
			  --public-key  believe only these keys; without it the folder's own are believed
			  --anchor      a head that was noted elsewhere and must be there
			  --export      compare this export of the service with the heads too
			  --database    compare the table in this database with the heads too""";

	private final PrintStream out;

	private final PrintStream err;

	VerifyAuditCommand(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/**
	 * Run the command.
	 * @param args the folder and options
	 */
	public static void main(String[] args) {
		System.exit(new VerifyAuditCommand(System.out, System.err).run(args));
	}

	/**
	 * Run the command within another program.
	 * @param out where it reports to
	 * @param args the folder and options
	 * @return the exit code
	 */
	public static int run(PrintStream out, String... args) {
		return new VerifyAuditCommand(out, out).run(args);
	}

	private int run(String... args) {
		try {
			Options options = Options.parse(args);
			verify(options);
			return VERIFIED;
		}
		catch (AlteredEvidenceException ex) {
			Alteration alteration = ex.alteration();
			this.out.println("ALTERED at event " + alteration.sequence() + ": " + alteration.kind() + ", "
					+ alteration.detail());
			return ALTERED;
		}
		catch (IllegalArgumentException ex) {
			this.err.println(ex.getMessage());
			this.err.println(USAGE);
			return FAILED;
		}
		catch (IOException | UncheckedIOException | GeneralSecurityException | SQLException | JacksonException
				| IllegalStateException ex) {
			this.err.println("could not verify: " + ex);
			return FAILED;
		}
	}

	private void verify(Options options) throws IOException, GeneralSecurityException, SQLException {
		ArchiveFolder folder = new ArchiveFolder(options.folder());
		List<PublicKey> pinned = new ArrayList<>();
		for (Path file : options.publicKeys()) {
			pinned.add(Signatures.parse(Files.readString(file)));
		}
		if (pinned.isEmpty()) {
			this.out.println("NOTE no --public-key: whoever can write the folder could have signed it anew");
		}
		Signatures signatures = new Signatures(pinned.isEmpty() ? folder.keys() : pinned);
		ArchiveVerification verification = new ArchiveVerification(folder, signatures, Set.copyOf(options.anchors()));
		report("folder", verification.verifyFolder());
		if (verification.removed() > 0) {
			this.out.println("NOTE events 1 to " + verification.removed() + " were removed when their time was over");
		}
		for (Path export : options.exports()) {
			try (Stream<String> lines = Files.lines(export)) {
				report("export", verification.verifyCopy(new EventCopy(lines.map(ChainedEvent::parse).iterator())));
			}
		}
		for (String url : options.databases()) {
			try (DatabaseEvents events = DatabaseEvents.open(url)) {
				report("database", verification.verifyCopy(new EventCopy(events)));
			}
		}
	}

	private void report(String what, ChainVerifier chain) {
		this.out.println("VERIFIED " + what + ": " + chain.events() + " events, " + chain.batches()
				+ " signed batches, last head " + chain.lastHead());
	}

	/**
	 * What the command was asked to do.
	 *
	 * @param folder the archive
	 * @param publicKeys the keys that are believed
	 * @param anchors the heads that must be there
	 * @param exports exports to compare
	 * @param databases databases to compare
	 */
	private record Options(Path folder, List<Path> publicKeys, List<String> anchors, List<Path> exports,
			List<String> databases) {

		static Options parse(String... args) {
			if (args.length == 0 || args.length % 2 == 0) {
				throw new IllegalArgumentException("expected a folder and options with their values");
			}
			Options options = new Options(Path.of(args[0]), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
					new ArrayList<>());
			for (int i = 1; i < args.length; i += 2) {
				options.add(args[i], args[i + 1]);
			}
			return options;
		}

		private void add(String name, String value) {
			switch (name) {
				case "--public-key" -> this.publicKeys.add(Path.of(value));
				case "--anchor" -> this.anchors.add(value);
				case "--export" -> this.exports.add(Path.of(value));
				case "--database" -> this.databases.add(value);
				default -> throw new IllegalArgumentException("no such option: " + name);
			}
		}

	}

}
