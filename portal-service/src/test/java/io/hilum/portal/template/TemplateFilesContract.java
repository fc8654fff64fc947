package io.hilum.portal.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

import io.hilum.portal.template.TemplateFiles.Found;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * What every {@link TemplateFiles} of a storage of objects must do.
 */
public abstract class TemplateFilesContract {

	/**
	 * The files under test, those of the folder {@code prompts}.
	 * @return the files
	 */
	protected abstract TemplateFiles files();

	/**
	 * Put an object into the storage.
	 * @param name its name
	 * @param content its content
	 */
	protected abstract void put(String name, String content);

	@Test
	void findsTheFilesOfItsFolderAndReadsThem() throws IOException {
		put("prompts/b.yaml", "title: B");
		put("prompts/a.yaml", "title: Å");
		put("prompts/readme.md", "none");
		put("prompts/old/c.yaml", "below");
		put("prompts-of-others/d.yaml", "beside");
		List<Found> found = found();
		assertThat(found).extracting(Found::name).containsExactly("a.yaml", "b.yaml");
		assertThat(found).extracting(Found::bytes).containsExactly(9L, 8L);
		assertThat(new String(files().read(found.getFirst()), StandardCharsets.UTF_8)).isEqualTo("title: Å");
		assertThat(files().list(1)).hasSize(1);
	}

	@Test
	void tellsWhenAFileHasChanged() throws IOException {
		put("prompts/a.yaml", "one");
		Found before = found().getFirst();
		assertThat(found().getFirst()).isEqualTo(before);
		put("prompts/a.yaml", "two");
		Found after = found().getFirst();
		assertThat(after.tag()).isNotEqualTo(before.tag());
		assertThatIOException().isThrownBy(() -> files().read(before));
		assertThat(new String(files().read(after), StandardCharsets.UTF_8)).isEqualTo("two");
	}

	private List<Found> found() throws IOException {
		return files().list(100).stream().sorted(Comparator.comparing(Found::name)).toList();
	}

}
