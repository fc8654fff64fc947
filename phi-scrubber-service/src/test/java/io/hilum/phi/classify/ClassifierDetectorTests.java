package io.hilum.phi.classify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import io.hilum.phi.detect.DetectionFailedException;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ClassifierDetector}.
 */
class ClassifierDetectorTests {

	private static final Duration LONG = Duration.ofHours(1);

	private static final String NOTE = "then ALVIN TESTWELL was seen on 03-04 at Bolder and left aged 93 with OMAR and EVA. ";

	@Test
	void findsWholeWordsOfOneTypeTogether() {
		assertThat(found(NOTE)).containsExactly("NAME ALVIN TESTWELL", "DATE 03-04", "LOCATION Bolder", "AGE 93",
				"NAME OMAR", "NAME EVA");
	}

	@Test
	void aWordIsAsSureAsItsSurestPart() {
		Span name = detect("then ALVINA came").getFirst();
		assertThat(name.score()).isEqualTo((double) 0.8f);
		assertThat(name.detector()).isEqualTo("classifier");
		assertThat(detector(0.81f, 24).detect(new Document("then ALVINA came"))).isEmpty();
	}

	@Test
	void leavesWhatTheRuleLetsStay() {
		assertThat(found("since on 2019 and on Monday, aged 45, at Texas, at NY")).isEmpty();
		assertThat(found("seen on March and aged 90 at Reno")).containsExactly("DATE March", "AGE 90", "LOCATION Reno");
	}

	@Test
	void doesNotGoOnOverALine() {
		assertThat(found("see ALVIN\nTESTWELL")).containsExactly("NAME ALVIN", "NAME TESTWELL");
	}

	@Test
	void findsTheSameWhereverAWindowEnds() {
		Document note = new Document(NOTE.repeat(20));
		List<Span> atOnce = detector(0.5f, 4000).detect(note);
		assertThat(atOnce).hasSize(120);
		for (int window = 17; window < 60; window++) {
			assertThat(detector(0.5f, window).detect(note)).as("window of %d", window).isEqualTo(atOnce);
		}
	}

	@Test
	void getsThroughTextsWithoutAWordAndWordsWithoutAnEnd() {
		assertThat(found("")).isEmpty();
		assertThat(found(" ".repeat(5000))).isEmpty();
		assertThat(found(" ".repeat(5000) + "ALVIN" + "\t".repeat(5000))).containsExactly("NAME ALVIN");
		assertThat(detect("A".repeat(5000))).singleElement().satisfies((span) -> {
			assertThat(span.start()).isZero();
			assertThat(span.end()).isEqualTo(5000);
		});
		assertThat(found("\ud83d\ude00".repeat(3000) + " ALVIN")).containsExactly("NAME ALVIN");
	}

	@Test
	void looksAtEachPartOfATextABoundedNumberOfTimes() {
		for (String text : List.of(NOTE, "ALVIN ", "a ", " ", "A", ".", "\ud83d\ude00")) {
			LetterClassifier classifier = new LetterClassifier(48);
			String longText = text.repeat(200_000 / text.length());
			new ClassifierDetector(classifier, bounds(0.5f, 16), Clock.systemUTC()).detect(new Document(longText));
			assertThat(classifier.units).as("units looked at for '%s'", text).isLessThan(longText.length() * 8L);
			assertThat(classifier.calls).as("windows over '%s'", text).isLessThan(longText.length() / 16 + 2);
		}
	}

	@Test
	void refusesATextThatTakesTooLong() {
		Iterator<Instant> times = Stream.iterate(Instant.EPOCH, (time) -> time.plusMillis(400)).iterator();
		InstantSource clock = times::next;
		ClassifierDetector slow = new ClassifierDetector(new LetterClassifier(24),
				new ClassifierBounds(0.5f, 8, Duration.ofSeconds(2)), clock.withZone(ZoneOffset.UTC));
		assertThat(slow.detect(new Document("ALVIN came"))).hasSize(1);
		assertThatExceptionOfType(DetectionFailedException.class)
			.isThrownBy(() -> slow.detect(new Document(NOTE.repeat(10))))
			.withMessageContaining("in time");
	}

	@Test
	void stopsWhenNobodyWaits() {
		LetterClassifier classifier = new LetterClassifier(24);
		Thread.currentThread().interrupt();
		try {
			assertThatExceptionOfType(CancellationException.class)
				.isThrownBy(() -> new ClassifierDetector(classifier, bounds(0.5f, 8), Clock.systemUTC())
					.detect(new Document(NOTE)));
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(classifier.calls).isZero();
	}

	@Test
	void refusesAClassifierThatDoesNotGetOn() {
		TokenClassifier stuck = new TokenClassifier() {

			@Override
			public String version() {
				return "stuck";
			}

			@Override
			public int reach() {
				return 100;
			}

			@Override
			public Labelled label(String text) {
				Opinion opinion = new Opinion(EntityType.NAME, 0, false);
				return new Labelled(Stream.generate(() -> new Labelled.Piece(0, 1, opinion)).limit(50).toList(), false);
			}

		};
		assertThatExceptionOfType(DetectionFailedException.class).isThrownBy(
				() -> new ClassifierDetector(stuck, bounds(0.5f, 8), Clock.systemUTC()).detect(new Document(NOTE)));
	}

	private static ClassifierDetector detector(float threshold, int window) {
		return new ClassifierDetector(new LetterClassifier(window), bounds(threshold, 8), Clock.systemUTC());
	}

	private static ClassifierBounds bounds(float threshold, int overlap) {
		return new ClassifierBounds(threshold, overlap, LONG);
	}

	private static List<Span> detect(String text) {
		return detector(0.5f, 24).detect(new Document(text));
	}

	private static List<String> found(String text) {
		return detect(text).stream()
			.map((span) -> span.type() + " " + text.substring(span.start(), span.end()))
			.toList();
	}

}
