package io.hilum.routing.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tries every cell of {@code docs/compatibility.md}, and that the file says what came of
 * it. With {@code -Dhilum.docs=write} the file is written instead.
 */
class CompatibilityTests {

	private static final Path FILE = Path.of("..", "docs", "compatibility.md");

	private static final String MARK = "<!-- written by CompatibilityTests -->\n";

	@Test
	void documentSaysWhatIsSo() throws IOException {
		String document = Files.readString(FILE);
		String before = document.substring(0, document.indexOf(MARK) + MARK.length());
		try (Compatibility compatibility = new Compatibility()) {
			CompatibilityTable table = new CompatibilityTable(compatibility);
			String written = before + table.write();
			if ("write".equals(System.getProperty("hilum.docs"))) {
				Files.writeString(FILE, written);
			}
			assertThat(table.lost()).isEmpty();
			assertThat(Files.readString(FILE)).isEqualTo(written);
		}
	}

}
