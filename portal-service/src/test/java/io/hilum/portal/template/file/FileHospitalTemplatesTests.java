package io.hilum.portal.template.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.hilum.portal.template.TemplateFiles;
import io.hilum.portal.template.TemplateProperties;
import io.hilum.portal.template.TemplateStorageProperties;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FileHospitalTemplates}.
 */
class FileHospitalTemplatesTests {

	private final Map<String, String> stored = new TreeMap<>();

	private final List<String> reads = new ArrayList<>();

	private boolean away;

	private boolean unreadable;

	private final FileHospitalTemplates templates = templates(Duration.ofMinutes(1));

	@Test
	void readsAFileAgainOnlyWhenItHasChanged() {
		this.stored.put("letter.yaml", letter(1));
		this.stored.put("summary.yaml", letter(1).replace("letter", "summary"));
		this.templates.look();
		this.templates.look();
		assertThat(this.reads).containsExactly("letter.yaml", "summary.yaml");
		this.stored.put("letter.yaml", letter(2));
		this.stored.remove("summary.yaml");
		this.templates.look();
		assertThat(this.reads).containsExactly("letter.yaml", "summary.yaml", "letter.yaml");
		assertThat(versions()).containsExactly("letter 2");
	}

	@Test
	void sortsTheNewestVersionFirst() {
		this.stored.put("1.yaml", letter(1));
		this.stored.put("2.yaml", letter(11));
		this.stored.put("3.yaml", letter(2));
		this.templates.look();
		assertThat(versions()).containsExactly("letter 11", "letter 2", "letter 1");
	}

	@Test
	void passesOverWhatIsNoTemplateAndDoesNotReadItAgain() {
		this.stored.put("a.yaml", "{ no");
		this.stored.put("b.yaml", "name: B\nversion: 1");
		this.stored.put("c.yaml", letter(1) + "#".repeat(70_000));
		this.stored.put("d.yaml", letter(1));
		this.templates.look();
		this.templates.look();
		assertThat(versions()).containsExactly("letter 1");
		assertThat(this.reads).containsExactly("a.yaml", "b.yaml", "d.yaml");
	}

	@Test
	void keepsWhatItHasWhileTheStorageIsAway() {
		this.stored.put("letter.yaml", letter(1));
		this.templates.look();
		this.away = true;
		this.templates.look();
		assertThat(versions()).containsExactly("letter 1");
		this.away = false;
		this.unreadable = true;
		this.stored.put("letter.yaml", letter(2));
		this.templates.look();
		assertThat(versions()).containsExactly("letter 1");
		this.unreadable = false;
		this.templates.look();
		assertThat(versions()).containsExactly("letter 2");
	}

	@Test
	void readsNoMoreThanItHasPatienceFor() {
		FileHospitalTemplates impatient = templates(Duration.ZERO);
		this.stored.put("letter.yaml", letter(1));
		impatient.look();
		assertThat(impatient.all()).isEmpty();
		assertThat(this.reads).isEmpty();
	}

	private List<String> versions() {
		return this.templates.all().stream().map((template) -> template.name() + " " + template.version()).toList();
	}

	private FileHospitalTemplates templates(Duration patience) {
		return new FileHospitalTemplates(new Stored(),
				new TemplateProperties("s3://a/b", Duration.ofHours(1), 10, DataSize.ofKilobytes(64), 1, 1),
				new TemplateStorageProperties("", null, false, "", Duration.ofSeconds(1), patience));
	}

	private static String letter(int version) {
		return "name: letter\nversion: " + version + "\ntitle: Letter\ntext: Dear\n";
	}

	/**
	 * A storage in memory.
	 */
	private final class Stored implements TemplateFiles {

		@Override
		public List<Found> list(int most) throws IOException {
			FileHospitalTemplatesTests self = FileHospitalTemplatesTests.this;
			if (self.away) {
				throw new IOException("away");
			}
			return self.stored.entrySet()
				.stream()
				.map((file) -> new Found(file.getKey(), Integer.toString(file.getValue().hashCode()),
						file.getValue().length()))
				.toList();
		}

		@Override
		public byte[] read(Found file) throws IOException {
			FileHospitalTemplatesTests self = FileHospitalTemplatesTests.this;
			if (self.unreadable) {
				throw new IOException("unreadable");
			}
			self.reads.add(file.name());
			return String.valueOf(self.stored.get(file.name())).getBytes(StandardCharsets.UTF_8);
		}

	}

}
