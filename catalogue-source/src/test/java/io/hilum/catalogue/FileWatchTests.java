package io.hilum.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FileWatch}, {@link CatalogueSource} and {@link Changes}.
 */
class FileWatchTests {

	private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();

	@TempDir
	Path directory;

	@Test
	void handsOverAChangeByItself() throws Exception {
		Path file = write("one");
		FileWatch watch = watch(file, Duration.ofMillis(10));
		watch.start();
		assertThat(watch.isRunning()).isTrue();
		write("two");
		assertThat(awaitTaken()).isEqualTo("two");
		watch.stop();
		assertThat(watch.isRunning()).isFalse();
	}

	@Test
	void handsOverEachChangeOnce() throws IOException {
		FileWatch watch = watch(write("one"), Duration.ofDays(1));
		watch.refresh();
		write("two");
		watch.refresh();
		watch.refresh();
		assertThat(this.taken).containsExactly("two");
	}

	@Test
	void outlivesAFileThatIsGoneForAWhile() throws IOException {
		Path file = write("one");
		FileWatch watch = watch(file, Duration.ofDays(1));
		Files.delete(file);
		watch.refresh();
		assertThat(this.taken).isEmpty();
		write("two");
		watch.refresh();
		assertThat(this.taken).containsExactly("two");
	}

	@Test
	void followsTheLinkOfAMountedConfigMap() throws Exception {
		Files.createDirectories(this.directory.resolve("..1"));
		Files.createDirectories(this.directory.resolve("..2"));
		Files.writeString(this.directory.resolve("..1/c.yaml"), "one");
		Files.writeString(this.directory.resolve("..2/c.yaml"), "two");
		Path data = this.directory.resolve("..data");
		Files.createSymbolicLink(data, Path.of("..1"));
		Path file = Files.createSymbolicLink(this.directory.resolve("c.yaml"), Path.of("..data/c.yaml"));
		FileWatch watch = watch(file, Duration.ofMillis(10));
		watch.start();
		Path next = Files.createSymbolicLink(this.directory.resolve("..tmp"), Path.of("..2"));
		Files.move(next, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		assertThat(awaitTaken()).isEqualTo("two");
		watch.stop();
	}

	@Test
	void refusesAFileThatIsTooLargeAndKeepsWhatIsInForce() throws IOException {
		FileWatch watch = watch(write("12345"), Duration.ofDays(1));
		write("123456");
		watch.refresh();
		assertThat(this.taken).isEmpty();
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> source(this.directory.resolve("c.yaml").toString()))
			.withMessageContaining("larger than 5B");
	}

	@Test
	void hasNothingWhereNoFileIsNamed() {
		CatalogueSource source = source(" ");
		assertThat(source.first()).isEmpty();
		assertThat(source.now()).isEmpty();
	}

	@Test
	void copyThatComesLateDoesNotUndoWhatIsFollowed() {
		Changes changes = changes("one");
		changes.follow(bytes("two"));
		changes.follow(bytes("three"));
		changes.copied(bytes("two"));
		assertThat(this.taken).containsExactly("two", "three");
	}

	private FileWatch watch(Path file, Duration interval) {
		CatalogueSource source = source(file.toString());
		return new FileWatch(source, interval,
				changes(new String(source.first().orElseThrow(), StandardCharsets.UTF_8)));
	}

	private static CatalogueSource source(String file) {
		return new CatalogueSource(new CatalogueProperties(file, Duration.ofDays(1), DataSize.ofBytes(5)));
	}

	private Changes changes(String first) {
		return new Changes(bytes(first), (content) -> this.taken.add(new String(content, StandardCharsets.UTF_8)));
	}

	private String awaitTaken() throws InterruptedException {
		return String.valueOf(this.taken.poll(60, TimeUnit.SECONDS));
	}

	/**
	 * As a whole: a reader never sees half of it.
	 */
	private Path write(String content) throws IOException {
		Path draft = Files.writeString(this.directory.resolve("draft"), content);
		return Files.move(draft, this.directory.resolve("c.yaml"), StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
