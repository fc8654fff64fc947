package io.hilum.phi.classify.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.hilum.phi.classify.ClassifierDetector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link OnnxClassifier} with the real runtime and the model of
 * {@code src/classifier/make.py}, which knows that {@code zork} is a patient,
 * {@code quux} a hospital, and what stands after {@code dr} a name.
 */
class OnnxClassifierIT {

	private static final Path MODEL = Path.of("src/test/resources/classifier");

	private static final Duration LONG = Duration.ofHours(1);

	private static ClassifierDetector detector;

	@TempDir
	private Path folder;

	@BeforeAll
	static void load() {
		detector = detector(384, 64);
	}

	@BeforeEach
	void copy() throws IOException {
		for (String file : List.of("config.json", "tokenizer.json", "model.onnx")) {
			Files.copy(MODEL.resolve(file), this.folder.resolve(file));
		}
	}

	@Test
	void findsWhatTheModelKnows() {
		assertThat(found("Then Zork blip met Dr. nobody, dr vexley and the blip at QUUX."))
			.containsExactly("NAME Zork blip", "NAME vexley", "NAME blip", "LOCATION QUUX");
		assertThat(found("seen on 3 and on 2020, aged 45, aged 95")).containsExactly("DATE 3", "AGE 95");
		assertThat(found("xxzork zorkzork")).containsExactly("NAME xxzork", "NAME zorkzork");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\ud83d\ude00", "\ud83d\ude00\ud83d\ude00 e\u0301 ", "\ud800 ", "\udc00\ud800", "\u0000",
			"\ufeff", "\u4e2d\u6587", "\u0130\u00df", "\u200b\u200d", "a\r\n", "\ud835\udd1e ", "[CLS] [SEP] [PAD]",
			"\ufdfa" })
	void placesAreThoseOfTheTextAsItCame(String strange) {
		String text = strange + " zork " + strange + " Quux " + strange;
		int zork = text.indexOf("zork");
		List<Span> spans = detector.detect(new Document(text));
		assertThat(spans).anySatisfy((span) -> {
			assertThat(span.start()).isEqualTo(zork);
			assertThat(span.end()).isEqualTo(zork + 4);
		});
		assertThat(spans).anySatisfy((span) -> assertThat(span.start()).isEqualTo(text.indexOf("Quux")));
	}

	@Test
	void findsTheSameInWindowsOfAnySize() {
		Document text = new Document(
				"the zork blip lives at quux, dr \ud83d\ude00 vexley was seen on 12 by it\n".repeat(40));
		List<Span> atOnce = detector(510, 8).detect(text);
		assertThat(atOnce).hasSizeGreaterThanOrEqualTo(120);
		for (int window : new int[] { 33, 40, 57, 128 }) {
			assertThat(detector(window, 8).detect(text)).as("window of %d", window).isEqualTo(atOnce);
		}
	}

	@Test
	void servesManyThreadsAtOnce() throws Exception {
		Document text = new Document("the zork lives at quux. ".repeat(200));
		List<Span> expected = detector.detect(text);
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Callable<List<Span>>> tasks = IntStream.range(0, 16)
				.<Callable<List<Span>>>mapToObj((i) -> () -> detector.detect(new Document(text.text())))
				.toList();
			for (Future<List<Span>> answer : threads.invokeAll(tasks)) {
				assertThat(answer.get()).isEqualTo(expected);
			}
		}
	}

	@Test
	void itsVersionIsThatOfFilesAndSettings() throws IOException {
		String version = load(properties(this.folder, 384, 64, Map.of())).version();
		assertThat(version).matches("classifier-[0-9a-f]{12}");
		assertThat(load(properties(MODEL, 384, 64, Map.of())).version()).isEqualTo(version);
		assertThat(load(properties(MODEL, 256, 64, Map.of())).version()).isNotEqualTo(version);
		Files.writeString(this.folder.resolve("config.json"), "\n", StandardOpenOption.APPEND);
		assertThat(load(properties(this.folder, 384, 64, Map.of())).version()).isNotEqualTo(version);
	}

	@ParameterizedTest
	@ValueSource(strings = { "config.json", "tokenizer.json", "model.onnx" })
	void refusesAFolderWithoutAFile(String file) throws IOException {
		Files.delete(this.folder.resolve(file));
		refuses(Map.of(), file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "config.json", "tokenizer.json", "model.onnx" })
	void refusesAFileThatIsCutOff(String file) throws IOException {
		byte[] content = Files.readAllBytes(this.folder.resolve(file));
		Files.write(this.folder.resolve(file), Arrays.copyOf(content, content.length / 2));
		refuses(Map.of(), file);
	}

	@Test
	void refusesLabelsThatAreNotThoseOfTheModel() throws IOException {
		replace("\"2\": \"I-PATIENT\"", "\"2\": \"I-GIZMO\"");
		refuses(Map.of(), "hilum.phi.classifier.labels.GIZMO");
		load(properties(this.folder, 384, 64, Map.of("GIZMO", "none")));
		replace(",\n    \"8\": \"I-AGE\"", "");
		refuses(Map.of("GIZMO", "none"), "8 scores");
	}

	@Test
	void refusesWhatIsTooLargeOrAWindowThatIs() throws IOException {
		replace("512", "128");
		refuses(Map.of(), "takes 126");
		ClassifierProperties small = new ClassifierProperties(MODEL.toString(), "model.onnx", DataSize.ofBytes(100),
				Map.of(), 0.5f, 384, 64, 1, LONG);
		assertThatExceptionOfType(ClassifierRefusedException.class).isThrownBy(() -> load(small))
			.withMessageContaining("max-size");
	}

	private void replace(String what, String by) throws IOException {
		Path config = this.folder.resolve("config.json");
		String content = Files.readString(config);
		assertThat(content).contains(what);
		Files.writeString(config, content.replace(what, by));
	}

	private void refuses(Map<String, String> labels, String why) {
		assertThatExceptionOfType(ClassifierRefusedException.class)
			.isThrownBy(() -> load(properties(this.folder, 384, 64, labels)))
			.withMessageContaining(why);
	}

	private static OnnxClassifier load(ClassifierProperties properties) {
		return OnnxClassifier.load(properties);
	}

	private static ClassifierDetector detector(int window, int overlap) {
		ClassifierProperties properties = properties(MODEL, window, overlap, Map.of());
		return new ClassifierDetector(load(properties), properties.bounds(), Clock.systemUTC());
	}

	private static ClassifierProperties properties(Path folder, int window, int overlap, Map<String, String> labels) {
		return new ClassifierProperties(folder.toString(), "model.onnx", DataSize.ofMegabytes(1), labels, 0.5f, window,
				overlap, 1, LONG);
	}

	private static List<String> found(String text) {
		return detector.detect(new Document(text))
			.stream()
			.map((span) -> span.type() + " " + text.substring(span.start(), span.end()))
			.toList();
	}

}
