package io.hilum.usage.export;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CsvLines}: family 15 of attacks, formulas in exports.
 */
class CsvLinesTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0 @x", "\uFF1D1",
			"\uFF0B1", "\uFF0D1", "\uFF20x", "=HYPERLINK(\"http://x\",\"y\")", "|calc", "%0A=1" })
	void noCellIsAFormula(String attack) throws IOException {
		String line = new CsvLines().line(List.of(attack, "plain")).toString();
		try (CSVParser parser = CSVParser.parse(new StringReader(line), CSVFormat.RFC4180)) {
			List<String> cells = parser.getRecords().getFirst().toList();
			assertThat(cells).containsExactly("'" + attack, "plain");
		}
	}

	@Test
	void whatIsHarmlessStaysAsItIs() {
		assertThat(new CsvLines().line(Arrays.asList("a,b", "say \"hi\"", null, -5L, "idp|bo", "gpt-4o")).toString())
			.isEqualTo("\"a,b\",\"say \"\"hi\"\"\",,-5,idp|bo,gpt-4o\r\n");
	}

}
