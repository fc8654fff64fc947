package io.hilum.phi.scrub;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts made to stop a scrubber: what begins like an identifier, goes on without end and
 * is none, or is one after all. Every piece and every two of them are repeated to a short
 * text; those that take the most work then show that eight times the text takes about
 * eight times the work. CPU time of this thread is compared with itself, never with a
 * clock, and least of several turns counts, so that a busy machine changes nothing.
 */
class ScrubAttackTests {

	/** At this length a step that grows with the square stands out already. */
	private static final int SHORT = 4_000;

	private static final int SMALL = 8_000;

	private static final int TIMES = 8;

	/** Between 8, in proportion, and 64, by the square. */
	private static final int MOST = 20;

	private static final int SUSPECTS = 24;

	private static final int TURNS = 4;

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	/** Pieces that are put together by two. */
	private static final List<String> PIECES = List.of("1", "12", "123-", "123-45-", "4111 ", "(", ")", " ", "\n", "\t",
			".", ",", "-", "--", "/", ":", "@", "a", "a.", "A", "a@b.", "Dr. ", "Mr", "Mary", "Smith", "O'", "St. ",
			"MRN", "#", "\"", "{\"a\":", "[", "]", "[NAME_", "_", "|", "^", "~", "*", "PID|", "NM1*", "Jan", "1/1",
			"20", "%4", "\\u00", "&#", "&amp", "=", "+", "é", "\u0301", "\u200B", "１", "QUJD", "www.", "http://", "::",
			"f:", "age ", "of ", "and ", "New York", "Suite ", "Apt", "Hospital", "NPI", "aged ninety ", "(aa)",
			"Patient:", "wife ", "last four ");

	/** Pieces that are repeated by themselves. */
	private static final List<String> WHOLES = List.of("  ", "😀", "a.a.a", " Mr Mr Mr", "a@", "1-", "1/1/", "1 ", "( ",
			"\"a\":", "Mary Smith, ", "J. ", "MRN: ", "no. ", "de la ", " at dot", "a:", "|~", "1 Jan ", "Smith-",
			"12 Main ", "+1 ", "# ", "(01)", "Mercy Hospital ", "xxx-xx-", "https://", "&#73;", "%49+", "\\u0049", "аa",
			"а", "¹", "QUJDRUZHSElK-", "&", "%", "&amp;", "(aa)NPI", "123:mrn ", "de Doe, J.", "in ('a','", "<family>a",
			"T-E-", "works at ", "::1", "a,b\n", "ISA*a*", "MSH|^a", "name: Mr ", "oh ", "forty two ", "policy w ",
			"2 ", "Jalan ", "Plot 1 ", "rue de la ", "x1234 ", "1/III/", "march nineteen ", "twenty ", "of last the ",
			"41.8781, -", "1 23 45 67 ", "12.345.", "QQ 12 ", "@a_", "Ford ", "last 4 ", "social two ", "1年", "F/93/",
			"ext ", "ssn ", "social the ", "ssn one ", "xxx-", "*** ** ", "lives at 9 ", "9 n ", "12 Oak, ",
			"corner of ", "5th and ", "at 5th & ", "RR 2, ", "p.o.", "unit 1234 ", "1-800-", "800 AB ", "page 12345 ",
			"011 ", "+1 1 ", "zip a ", "Fresno ");

	private static final List<String> ENDS = List.of("", "x", "6789", "@b.org", "\"", "]", " Street", ", MD", "==",
			"\n", " %", ")");

	@Test
	void takesWorkInProportionWhateverIsRepeated() {
		Map<String, Long> works = new LinkedHashMap<>();
		for (String piece : repeated()) {
			works.put(piece, work(text(piece, SHORT)));
		}
		for (String piece : suspects(works.keySet(), works)) {
			assertThat(isInProportion(piece)).as("work in proportion to the text for %s", piece).isTrue();
		}
	}

	private static SequencedSet<String> repeated() {
		SequencedSet<String> repeated = new LinkedHashSet<>(WHOLES);
		repeated.addAll(PIECES);
		for (String piece : PIECES) {
			PIECES.forEach((other) -> repeated.add(piece + other));
		}
		return repeated;
	}

	/**
	 * What takes the most work, of the texts that hide nothing and of those that are
	 * looked at twice since they do. Code that is not compiled yet does more work, so
	 * those that may be among them have a second turn.
	 */
	private static List<String> suspects(Collection<String> repeated, Map<String, Long> works) {
		List<String> suspects = new ArrayList<>();
		for (boolean hiding : new boolean[] { false, true }) {
			List<String> likely = slowest(repeated.stream().filter((piece) -> isHiding(piece) == hiding), works,
					4 * SUSPECTS);
			likely.forEach((piece) -> works.merge(piece, work(text(piece, SHORT)), Math::min));
			suspects.addAll(slowest(likely.stream(), works, SUSPECTS));
		}
		return suspects;
	}

	private static List<String> slowest(Stream<String> repeated, Map<String, Long> works, int count) {
		return repeated.sorted(Comparator.comparing(works::get, Comparator.reverseOrder())).limit(count).toList();
	}

	private static boolean isHiding(String piece) {
		return piece.chars().anyMatch((unit) -> unit > 127 || unit == '%' || unit == '&' || unit == '\\');
	}

	private static boolean isInProportion(String piece) {
		String small = text(piece, SMALL);
		String large = text(piece, SMALL * TIMES);
		long once = Long.MAX_VALUE;
		long often = Long.MAX_VALUE;
		for (int turn = 0; turn < TURNS; turn++) {
			once = Math.min(once, Math.min(work(small), work(small)));
			often = Math.min(often, work(large));
			if (often < once * MOST) {
				return true;
			}
		}
		return false;
	}

	private static String text(String piece, int size) {
		return piece.repeat(size / piece.length()) + ENDS.get(Math.floorMod(piece.hashCode(), ENDS.size()));
	}

	private static long work(String text) {
		long before = THREADS.getCurrentThreadCpuTime();
		ScrubResult result = ScrubFixtures.SCRUBBER.scrub(List.of(text), "c", ScrubMode.PSEUDONYMISE);
		long work = THREADS.getCurrentThreadCpuTime() - before;
		assertThat(result).isInstanceOfSatisfying(ScrubResult.Scrubbed.class,
				(scrubbed) -> assertThat(scrubbed.texts().getFirst()).isNotEmpty());
		return work;
	}

}
