package io.hilum.routing.exit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.hilum.routing.provider.Exit;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.trust.context.PhiState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link ExitGuard} and {@link ExitScan}.
 */
class ExitGuardTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Set<Leak> ALL = EnumSet.allOf(Leak.class);

	private static final List<String> CANARIES = List.of("Quorvendale Zibeth", "zibeth-7714", "Ärgernis");

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ExitGuard guard = new ExitGuard(new ExitProperties(ALL, CANARIES), this.meters);

	@Example
	void findsSocialSecurityNumbersInTheirFormOnly() {
		for (String text : List.of("123-45-6789", "SSN 536-22-1874.", "ssn:536-22-1874,", "(536-22-1874)",
				"his number is 912-70-1234", "|536-22-1874|", "a 12 536-22-1874 b", "\n536-22-1874\n",
				"*536-22-1874~")) {
			assertThat(find(text)).as(text).isEqualTo(Leak.SSN);
		}
		assertNothing("000-45-6789", "666-45-6789", "900-45-6789", "912-69-1234", "123-00-6789", "123-45-0000",
				"536221874", "536 22 1874", "1-536-22-1874", "536-22-1874-1", "A536-22-1874", "536-22-1874B",
				"x-536-22-1874", "536-22-18745", "5536-22-1874", "536-22-1874_x", "v/536-22-1874", "0.536-22-1874",
				"555-123-4567", "2024-05-17", "12345-678-90", "50-00-0", "536--22-1874", "536-22 1874");
	}

	@Example
	void findsCardsInGroupsOrAnnounced() {
		for (String text : List.of("4111 1111 1111 1111", "on 5 4111 1111 1111 1111 12", "4111-1111-1111-1111",
				"3782 822463 10005", "card 4111111111111111", "Visa number is 4111111111111111", "2221-0000-0000-0009",
				"cc: 378282246310005", "6011 1111 1111 1117")) {
			assertThat(find(text)).as(text).isEqualTo(Leak.CARD);
		}
		assertNothing("4111 1111 1111 1112", "4111111111111111", "1111 1111 1111 1117", "order 4111111111111111",
				"x-4111-1111-1111-1111", "4111-1111-1111-1111-1", "4111-1111-1111 1111", "card 4111111111111112",
				"0.4111111111111111", "card id abc 4111111111111111");
	}

	@Example
	void findsNumbersThatAWordAnnounces() {
		for (String text : List.of("NPI 1234567893", "npi number is 1234567893", "NPI: 1234567893)",
				"{\"system\":\"http://hl7.org/fhir/sid/us-npi\",\"value\":\"1234567893\"}",
				"NM1*82*1*X*Y****XX*1234567893~")) {
			assertThat(find(text)).as(text).isEqualTo(Leak.NPI);
		}
		assertThat(find("DEA registration number BS1234563")).isEqualTo(Leak.DEA);
		assertThat(find("dea# bs1234563")).isEqualTo(Leak.DEA);
		assertThat(find("medicare id 1eg4te5mk73")).isEqualTo(Leak.MBI);
		assertThat(find("vin 1hgcm82633a004352")).isEqualTo(Leak.VIN);
		assertNothing("1234567893", "NPI 1234567890", "NPI of the clinic's fax 1234567893", "call 1234567893",
				"BS1234563", "DEA BS1234564", "dea agent BS1234563", "1eg4te5mk73", "1hgcm82633a004352",
				"NPI 3234567893");
	}

	@Example
	void findsWhatIsPlainByItsFormAlone() {
		assertThat(find("member 1EG4TE5MK73")).isEqualTo(Leak.MBI);
		assertThat(find("member 1EG4-TE5-MK73")).isEqualTo(Leak.MBI);
		assertThat(find("car 1HGCM82633A004352")).isEqualTo(Leak.VIN);
		assertNothing("1EG4TE5MK7", "1SG4TE5MK73", "0EG4TE5MK73", "_1EG4TE5MK73", "1EG4-TE5-MK73-1",
				"1HGCM82643A004352", "11111111111111111", "x1HGCM82633A004352");
	}

	@Example
	void findsPlantedWordsAnywhereInAnyCase() {
		for (String text : List.of("Quorvendale Zibeth", "about QUORVENDALE ZIBETH's chart", "xquorvendale zibethx",
				"a=zibeth-7714&b", "zizibeth-7714", "das Ärgernis", "quorvendale quorvendale zibeth")) {
			assertThat(find(text)).as(text).isEqualTo(Leak.CANARY);
		}
		assertNothing("Quorvendale", "Zibeth", "zibeth-7715", "Quorvendale  Zibeth", "Argernis");
	}

	@Example
	void undoesEscapesOfJsonWithinJson() {
		String inner = JSON.writeValueAsString(Map.of("a", "x\n536-22-1874\ty"));
		String twice = JSON.writeValueAsString(Map.of("b", inner));
		assertThat(leak(bytes(JSON.writeValueAsString(Map.of("c", twice))))).isEqualTo(Leak.SSN);
		assertThat(leak(bytes("\"\\u0035\\u00336-22-187\\u0034\""))).isEqualTo(Leak.SSN);
		assertThat(leak(bytes("\"\\u00c4rgernis \\u00e4rgernis\""))).isEqualTo(Leak.CANARY);
		assertThat(leak(bytes("\"\\\\users \\u12 \\"))).isNull();
	}

	@Example
	void leavesAloneWhatMedicineAndMachinesWrite() {
		assertNothing("K 5.9 mmol/L, Na 141, eGFR 63 mL/min/1.73m2, BP 123/45-67/89", "2024-05-17T10:15:30.123456Z",
				"1716000000000", "1716000000000000", "ts=1716000000.123", "NDC 0002-8215-01 and 00028-215-01",
				"ICD-10 E11.9, I50.23; CPT 99213-25; LOINC 2160-0; SNOMED 44054006, 900000000000207008",
				"ISBN 978-3-16-148410-0, DOI 10.1000/182-45-6789", "+1 212-555-0123, (212) 555-0199, 1-800-555-0100",
				"uuid 123e4567-e89b-12d3-a456-426614174000",
				"sha 4111111111111111aaaa, 9f86d081884c7d659a2feaa0c55ad015",
				"call_4111111111111111 toolu_01A09q90qw90lq917835lq9", "CAS 7732-18-5, EC 231-791-2",
				"[SSN_7KQ2] [OTHER_ID_M4TX_7KQ2] [NAME_23456789BCDFGHJKM]", "room 123-45, bed 6789",
				"[0.123456789012345, -4111111111111111, 1e-45, 123, 45, 6789]", "SGVsbG8gd29ybGQ+1EG4TE5MK73/aGVsbG8=",
				"INV-123-45-6789", "123-45-6789-001", "batch 20240517-123-45-6789");
	}

	@Property(tries = 2000)
	void mistakesNoNumbersForIdentifiers(@ForAll("numbers") List<String> numbers) {
		assertThat(find(String.join(" ", numbers))).as(numbers.toString()).isNull();
	}

	@Property(tries = 1000)
	void findsTheSameHoweverTheBodyIsCut(@ForAll("texts") List<String> texts, @ForAll("cuts") List<Integer> cuts) {
		byte[] body = bytes(JSON.writeValueAsString(Map.of("content", String.join(" ", texts))));
		ExitScan scan = new ExitScan(Canaries.of(CANARIES), ALL);
		int from = 0;
		for (int i = 0; from < body.length; i++) {
			int to = Math.min(body.length, from + cuts.get(i % cuts.size()));
			scan.accept(Arrays.copyOfRange(body, from, to));
			from = to;
		}
		assertThat(scan.end() == null).isEqualTo(leak(body) == null);
	}

	@Property(tries = 500)
	void agreesWithASearchForPlantedWords(@ForAll("letters") String text) {
		List<String> words = List.of("abcabd", "bcabda", "cccccc", "abdabc");
		ExitScan scan = new ExitScan(Canaries.of(words), EnumSet.of(Leak.CANARY));
		scan.accept(bytes(text));
		boolean there = words.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
		assertThat(scan.end() == Leak.CANARY).isEqualTo(there);
	}

	@Example
	void stopsAndRaisesTheAlarmWithoutTheText() {
		Exit exit = this.guard.of("req-1", PhiState.DEIDENTIFIED, false);
		assertThatExceptionOfType(ProviderFailure.class).isThrownBy(() -> exit.look(bytes("\"536-22-1874\"")))
			.satisfies((failure) -> assertThat(failure.kind()).isEqualTo(ProviderFailure.Kind.STOPPED))
			.withMessage("STOPPED");
		assertThat(this.meters.get("hilum.exit.stopped").tag("type", "SSN").counter().count()).isOne();
		assertThat(this.meters.get("hilum.exit.stopped").tag("type", "CANARY").counter().count()).isZero();
		assertThatNoException().isThrownBy(() -> exit.look(bytes("\"hello\"")));
	}

	@Example
	void looksAtNothingWherePolicyLetsTextBeRaw() {
		assertThat(this.guard.of("req-1", PhiState.RAW, false)).isSameAs(Exit.OPEN);
		assertThat(new ExitGuard(new ExitProperties(Set.of(), List.of()), this.meters).of("r", PhiState.NONE, false))
			.isSameAs(Exit.OPEN);
	}

	@Example
	void looksAtTheTextBesideMedia() {
		Exit exit = this.guard.of("req-1", PhiState.RAW, true);
		assertThatExceptionOfType(ProviderFailure.class)
			.isThrownBy(() -> exit.look(bytes(withImage("A".repeat(4000), "ssn 536-22-1874"))));
		assertThatNoException().isThrownBy(() -> exit.look(bytes(withImage("A".repeat(4000), "[SSN_7KQ2]"))));
	}

	@Example
	void looksAtNoMedia() {
		ExitGuard planted = new ExitGuard(new ExitProperties(ALL, List.of("zibeth")), this.meters);
		for (String base64 : List.of("zibeth".repeat(50), "Ab+/ziBETH".repeat(500) + "==",
				"/9j/zibeth".repeat(30) + "=")) {
			String body = withImage(base64, "hello");
			assertThat(planted.find(bytes(body))).as(body).isEqualTo(Leak.CANARY);
			assertThat(planted.findBesideMedia(bytes(body))).as(body).isNull();
			String inner = JSON.writeValueAsString(Map.of("arguments", body));
			assertThat(planted.findBesideMedia(bytes(inner))).as(inner).isNull();
			assertThat(planted.findBesideMedia(bytes(withImage(base64, "about Zibeth")))).isEqualTo(Leak.CANARY);
			assertThat(planted.findBesideMedia(bytes(body.replace("hello", "zibeth\",\"x\":\""))))
				.isEqualTo(Leak.CANARY);
		}
	}

	@Example
	void takesNoTextForMedia() {
		String filler = "A".repeat(300);
		for (String text : List.of(filler + " 536-22-1874", "536-22-1874 " + filler, filler + "=== 536-22-1874",
				"data:image/png;base64," + filler + " 536-22-1874", "data:text/plain,536-22-1874 " + filler,
				"data:" + "x".repeat(200) + ";base64, 536-22-1874 " + filler)) {
			String body = JSON.writeValueAsString(Map.of("content", text));
			assertThat(this.guard.findBesideMedia(bytes(body))).as(text).isEqualTo(Leak.SSN);
		}
		assertThat(this.guard.findBesideMedia(bytes("\"" + filler))).isNull();
		assertThat(this.guard.findBesideMedia(bytes("\"data:x;base64,"))).isNull();
	}

	@Property(tries = 1000)
	void findsBesideMediaWhatItFindsWithoutThem(@ForAll("texts") List<String> texts) {
		String body = JSON.writeValueAsString(Map.of("content", String.join(" ", texts)));
		assertThat(this.guard.findBesideMedia(bytes(body))).isEqualTo(leak(bytes(body)));
		assertThat(this.guard.findBesideMedia(bytes(withImage("Zm9v".repeat(200), String.join(" ", texts)))) == null)
			.isEqualTo(leak(bytes(body)) == null);
	}

	private static String withImage(String base64, String text) {
		return "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,"
				+ base64 + "\"}},{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"data\":\"" + base64
				+ "\"}},{\"type\":\"text\",\"text\":" + JSON.writeValueAsString(text) + "}]}]}";
	}

	@Example
	void looksOnlyForWhatItIsToldTo() {
		ExitGuard cards = new ExitGuard(new ExitProperties(EnumSet.of(Leak.CARD), List.of()), this.meters);
		assertThat(cards.find(bytes("536-22-1874"))).isNull();
		assertThat(cards.find(bytes("536-22-1874 and 4111 1111 1111 1111"))).isEqualTo(Leak.CARD);
	}

	@Example
	void refusesWordsThatTextsHaveByChance() {
		assertThat(new ExitProperties(ALL, List.of(" ", " canary-1 ")).canaries()).containsExactly("canary-1");
		assertThatIllegalArgumentException().isThrownBy(() -> new ExitProperties(ALL, List.of("short")));
		assertThatIllegalArgumentException().isThrownBy(() -> new ExitProperties(ALL, List.of("x".repeat(65))));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ExitProperties(ALL, Collections.nCopies(501, "canary-1")));
	}

	private void assertNothing(String... texts) {
		for (String text : texts) {
			assertThat(find(text)).as(text).isNull();
		}
	}

	/**
	 * What is found in a text as a body has it.
	 */
	private @Nullable Leak find(String text) {
		return leak(bytes(JSON.writeValueAsString(Map.of("content", text))));
	}

	private @Nullable Leak leak(byte[] body) {
		return this.guard.find(body);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Provide
	Arbitrary<List<String>> numbers() {
		Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(22);
		Arbitrary<String> separated = Arbitraries.of("#-##", "##/##/####", "####-##-##", "#.##", "#,###.##", "##:##:##",
				"###-###-####", "#####-####", "(###) ###-####", "##-####", "#-###-###", "########-####", "E##.#");
		return Arbitraries.oneOf(digits, separated.flatMap(
				(form) -> Arbitraries.strings().numeric().ofLength(form.length()).map((some) -> filled(form, some))))
			.list()
			.ofMaxSize(12)
			.map((list) -> list.stream().map((number) -> number + " mg,").toList());
	}

	private static String filled(String form, String digits) {
		StringBuilder filled = new StringBuilder();
		for (int i = 0; i < form.length(); i++) {
			filled.append((form.charAt(i) == '#') ? digits.charAt(i) : form.charAt(i));
		}
		return filled.toString();
	}

	@Provide
	Arbitrary<List<String>> texts() {
		return Arbitraries
			.of("536-22-1874", "4111 1111 1111 1111", "NPI", "1234567893", "number", "4111", "-", "\n", "\"", "\\",
					"quorvendale", "zibeth", "1EG4-TE5-MK73", "é", "😀", "12", "536-22-", "x")
			.list()
			.ofMaxSize(12);
	}

	@Provide
	Arbitrary<List<Integer>> cuts() {
		return Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(20);
	}

	@Provide
	Arbitrary<String> letters() {
		return Arbitraries.strings().withChars('a', 'b', 'c', 'd', 'A').ofMaxLength(60);
	}

}
