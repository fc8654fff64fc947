package io.hilum.trust.access;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnreadChanges}.
 */
class UnreadChangesTests {

	private final UnreadChanges unread = new UnreadChanges();

	@ParameterizedTest
	@CsvSource({ "0,0,1", "0,3,4", "3,3,4", "5,3,5", "1,0,1" })
	void concernWhatWasMissedUntilItOrSomethingNewerIsRead(long missed, long known, long from) {
		this.unread.read("k", known);
		this.unread.missed("k", missed, known);
		this.unread.read("k", from - 1);
		this.unread.read("other", from);
		assertThat(this.unread.concern("k")).isTrue();
		assertThat(this.unread.size()).isEqualTo(1);
		this.unread.read("k", from);
		assertThat(this.unread.concern("k")).isFalse();
		assertThat(this.unread.size()).isZero();
	}

	@Test
	void areNoneWhereAnOlderChangeThanTheKnownOneIsMissed() {
		this.unread.missed("k", 2, 3);
		assertThat(this.unread.concern("k")).isFalse();
	}

	@Test
	void endWithWhatFollowsThemWhenAllIsReadAgain() {
		this.unread.read("k", 1);
		this.unread.missed("k", 0, 1);
		this.unread.read("k", 2);
		this.unread.startOver();
		this.unread.read("k", 1);
		this.unread.missed("k", 0, 2);
		this.unread.read("k", 1);
		assertThat(this.unread.concern("k")).as("a copy of before says nothing new").isTrue();
		this.unread.read("k", 2);
		assertThat(this.unread.concern("k")).isFalse();
	}

	@Test
	void areNotForgottenWhenAllIsReadAgain() {
		this.unread.read("k", 3);
		this.unread.missed("k", 0, 3);
		this.unread.startOver();
		this.unread.missed("k", 0, 3);
		this.unread.read("k", 3);
		assertThat(this.unread.concern("k")).as("what was read before it is gone").isTrue();
	}

	@Test
	void waitForTheNewestThatWasMissed() {
		this.unread.missed("k", 7, 1);
		this.unread.missed("k", 4, 1);
		this.unread.read("k", 6);
		assertThat(this.unread.concern("k")).isTrue();
		this.unread.read("k", 7);
		assertThat(this.unread.concern("k")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = { "{\"version\":12,\"x\":[]}|12",
			"{\"version\":\"many\"}|0", "{}|0", "[1]|0", "{\"version\":1|0", "no json|0" })
	void tellTheVersionAsFarAsItCanBeRead(String change, long version) {
		assertThat(UnreadChanges.versionOf(change.getBytes(StandardCharsets.UTF_8))).isEqualTo(version);
	}

}
