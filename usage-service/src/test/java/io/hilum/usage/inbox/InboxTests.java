package io.hilum.usage.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link Inbox}.
 */
class InboxTests {

	private static final int LENGTH = 40;

	@Test
	void takesEventsIntoEffectInOrder() {
		SimulatedStore store = new SimulatedStore();
		accept(store, letters(0, 3));
		assertThat(store.effects()).containsExactly("e0", "e1", "e2");
	}

	@Test
	void skipsWhatIsInEffect() {
		SimulatedStore store = new SimulatedStore();
		accept(store, letters(0, 3));
		accept(store, letters(0, 5));
		assertThat(store.effects()).containsExactly("e0", "e1", "e2", "e3", "e4");
	}

	@Test
	void readsAnotherLifeOfTheTopicFromItsBeginning() {
		SimulatedStore store = new SimulatedStore();
		accept(store, letters(0, 2));
		inbox(store).accept(Batch.of("topic", "another", Map.of(0, letters(0, 1)))).block();
		assertThat(store.effects()).containsExactly("e0", "e1", "e0");
	}

	@Test
	void takesAllPartitionsOfABatchIntoEffectInOneTransaction() {
		SimulatedStore store = new SimulatedStore();
		accept(store, letters(0, 2));
		Batch batch = Batch.of("topic", "id", Map.of(0, letters(0, 3), 4, letters(10, 2)));
		store.crashAfter(3);
		assertThatThrownBy(() -> inbox(store).accept(batch).block()).hasMessage("crashed");
		assertThat(store.effects()).containsExactly("e0", "e1");
		store.crashAfter(Integer.MAX_VALUE);
		inbox(store).accept(batch).block();
		assertThat(store.effects()).containsExactly("e0", "e1", "e2", "e10", "e11");
		assertThat(store.next(new TopicPartition("topic", "id", 0)).block()).isEqualTo(3);
		assertThat(store.next(new TopicPartition("topic", "id", 4)).block()).isEqualTo(12);
	}

	@Test
	void buriesTheUnreadableByClassAndFingerprintOnly() {
		SimulatedStore store = new SimulatedStore();
		Letter poison = new Letter(1, "!Irma Peterhoff".getBytes(StandardCharsets.UTF_8));
		accept(store, List.of(letter(0), poison, letter(2)));
		assertThat(store.effects()).containsExactly("e0", "e2");
		DeadLetter buried = store.buried().getFirst();
		assertThat(buried.offset()).isEqualTo(1);
		assertThat(buried.error()).isEqualTo("UnreadableEventException");
		assertThat(buried.sha256()).matches("[0-9a-f]{64}");
		assertThat(buried.toString()).doesNotContain("Irma");
	}

	@Test
	void buriesWhatIsTooLong() {
		SimulatedStore store = new SimulatedStore();
		accept(store, List.of(new Letter(0, new byte[1001]), letter(1)));
		assertThat(store.effects()).containsExactly("e1");
		assertThat(store.buried()).hasSize(1);
	}

	@Test
	void buriesOnlyTheOneThatTheStoreRefuses() {
		SimulatedStore store = new SimulatedStore();
		store.refuse("e2");
		accept(store, letters(0, 5));
		assertThat(store.effects()).containsExactly("e0", "e1", "e3", "e4");
		assertThat(store.buried()).extracting(DeadLetter::error).containsExactly("DataRefusedException");
	}

	@Test
	void leavesEverythingAsItWasWhenTheStoreFails() {
		SimulatedStore store = new SimulatedStore();
		store.crashAfter(2);
		assertThatThrownBy(() -> accept(store, letters(0, 3))).hasMessage("crashed");
		assertThat(store.effects()).isEmpty();
		accept(store, letters(0, 3));
		assertThat(store.effects()).containsExactly("e0", "e1", "e2");
	}

	/**
	 * Whatever is delivered again, cut short or refused: each event counts once, in
	 * order, and each record that cannot be taken in is buried once.
	 */
	@Property(tries = 500)
	void countsEachEventOnceWhateverHappens(@ForAll long seed) {
		Random random = new Random(seed);
		SimulatedStore store = new SimulatedStore();
		store.refuse("e7");
		store.refuse("e31");
		long next = 0;
		while (next < LENGTH) {
			long from = random.nextLong(next + 1);
			int count = 1 + random.nextInt(12);
			store.crashAfter(random.nextBoolean() ? random.nextInt(20) : Integer.MAX_VALUE);
			try {
				accept(store, withPoison(letters(from, (int) Math.min(count, LENGTH - from))));
				next = Math.max(next, from + Math.min(count, LENGTH - from));
			}
			catch (IllegalStateException ex) {
				assertThat(ex).hasMessage("crashed");
			}
		}
		List<String> expected = new ArrayList<>();
		for (int i = 0; i < LENGTH; i++) {
			if (i % 10 != 3 && i != 7 && i != 31) {
				expected.add("e" + i);
			}
		}
		assertThat(store.effects()).isEqualTo(expected);
		assertThat(store.buried()).extracting(DeadLetter::offset).containsExactly(3L, 7L, 13L, 23L, 31L, 33L);
	}

	private static void accept(SimulatedStore store, List<Letter> letters) {
		inbox(store).accept(Batch.of("topic", "id", Map.of(0, letters))).block();
	}

	private static Inbox<String> inbox(SimulatedStore store) {
		Subscription<String> subscription = new Subscription<>("topic", "group", InboxTests::read, store::effect);
		return new Inbox<>(subscription, store, store, store, 1000);
	}

	private static String read(byte[] value) {
		String text = new String(value, StandardCharsets.UTF_8);
		if (text.startsWith("!")) {
			throw new UnreadableEventException("no event");
		}
		return text;
	}

	private static List<Letter> letters(long from, int count) {
		List<Letter> letters = new ArrayList<>();
		for (long offset = from; offset < from + count; offset++) {
			letters.add(letter(offset));
		}
		return letters;
	}

	private static Letter letter(long offset) {
		return new Letter(offset, ("e" + offset).getBytes(StandardCharsets.UTF_8));
	}

	private static List<Letter> withPoison(List<Letter> letters) {
		byte[] poison = "!".getBytes(StandardCharsets.UTF_8);
		return letters.stream()
			.map((letter) -> (letter.offset() % 10 == 3) ? new Letter(letter.offset(), poison) : letter)
			.toList();
	}

}
