package io.hilum.routing.completion;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Transcript}.
 */
class TranscriptTests {

	@Test
	void givesAllOnce() {
		Transcript transcript = new Transcript(3);
		transcript.add(new byte[] { 1, 2 });
		transcript.add(new byte[] { 3 });
		assertThat(transcript.take()).containsExactly(1, 2, 3);
		assertThat(transcript.take()).isNull();
	}

	@Test
	void forgetsWhatIsTooLong() {
		Transcript transcript = new Transcript(3);
		transcript.add(new byte[] { 1, 2 });
		transcript.add(new byte[] { 3, 4 });
		transcript.add(new byte[0]);
		assertThat(transcript.take()).isNull();
	}

}
