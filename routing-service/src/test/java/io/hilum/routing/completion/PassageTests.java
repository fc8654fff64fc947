package io.hilum.routing.completion;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Passage}.
 */
class PassageTests {

	private final Passage passage = new Passage();

	private final byte[] buffer = "abcdef".getBytes(StandardCharsets.UTF_8);

	@Test
	void passesAWholeBufferOnItself() {
		this.passage.add(this.buffer, 0, 2);
		this.passage.add(this.buffer, 2, 6);
		assertThat(this.passage.drain()).isSameAs(this.buffer);
		assertThat(this.passage.drain()).isEmpty();
	}

	@Test
	void joinsWhatDoesNotStandTogether() {
		this.passage.add(this.buffer, 1, 2);
		this.passage.add(this.buffer, 3, 4);
		this.passage.add("xy".getBytes(StandardCharsets.UTF_8), 0, 2);
		this.passage.add(this.buffer, 4, 5);
		assertThat(this.passage.drain()).asString(StandardCharsets.UTF_8).isEqualTo("bdxye");
		this.passage.add(this.buffer, 0, 3);
		assertThat(this.passage.drain()).asString(StandardCharsets.UTF_8).isEqualTo("abc");
	}

}
