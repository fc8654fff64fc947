package io.hilum.portal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import io.hilum.parts.PostgresPart;
import io.hilum.portal.RunningPortal.Answer;
import io.hilum.portal.holder.Holder;
import io.hilum.portal.holder.Holders;
import io.hilum.portal.seal.Place;
import io.hilum.portal.seal.Seal;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten thousand conversations of one person are listed and searched. The figures are
 * printed; what is asserted leaves room for a machine that is busy with other things.
 */
class SearchIT {

	private static final int CONVERSATIONS = 10_000;

	private static final int WORDS = 40;

	private static final int SAMPLES = 40;

	private static final Duration BOUND = Duration.ofSeconds(10);

	private static final List<String> VOCABULARY = vocabulary();

	private final RunningPortal portal = RunningPortal.shared();

	private final ServiceContext amelia = Callers.stranger("Clinician");

	@Test
	void findsAmongTenThousandConversations() throws SQLException {
		Holder holder = this.portal.bean(Holders.class)
			.ensure(this.amelia)
			.blockOptional(RunningPortal.PATIENCE)
			.orElseThrow();
		fill(holder);
		String wanted = this.portal.begin(this.amelia, "Follow-up Quillfeather");
		this.portal.say(this.amelia, wanted, null, "user", "Amiodarone was stopped in word3 and word7.");
		assertThat(timed("a rare word", () -> search("amiodarone")).each("id")).containsExactly(wanted);
		assertThat(timed("the beginning of a title", () -> search("quillf")).each("id")).containsExactly(wanted);
		assertThat(timed("a rare and a common word", () -> search("AMIODARONE word3")).each("id"))
			.containsExactly(wanted);
		assertThat(timed("no such word", () -> search("nothing")).each("id")).isEmpty();
		assertThat(timed("a word of every conversation", () -> search("everywhere")).each("id")).hasSize(50);
		assertThat(timed("two common words", () -> search("everywhere word3")).each("id")).hasSize(50);
		assertThat(timed("three common words", () -> search("everywhere word0 word3")).each("id")).hasSize(50);
		Answer page = timed("the first page", () -> this.portal.get(this.amelia, "/conversations"));
		assertThat(page.each("id")).hasSize(50).startsWith(wanted);
		String next = "/conversations?cursor=" + page.cursor();
		assertThat(timed("the next page", () -> this.portal.get(this.amelia, next)).each("id")).hasSize(50);
	}

	private Answer timed(String what, Supplier<Answer> ask) {
		List<Long> taken = new ArrayList<>();
		Answer answer = ask.get();
		for (int i = 0; i < SAMPLES; i++) {
			long begin = System.nanoTime();
			answer = ask.get();
			taken.add(System.nanoTime() - begin);
		}
		taken.sort(Long::compare);
		Duration median = Duration.ofNanos(taken.get(SAMPLES / 2));
		System.out.printf("portal search, %d conversations: %s in %d ms (p50), %d ms (p95)%n", CONVERSATIONS, what,
				median.toMillis(), Duration.ofNanos(taken.get(SAMPLES * 95 / 100)).toMillis());
		assertThat(median).as(what).isLessThan(BOUND);
		return answer;
	}

	private Answer search(String words) {
		return this.portal.send(this.amelia, HttpMethod.POST, "/conversations/search", Map.of("q", words));
	}

	/**
	 * Writes rows as the service would, ten thousand times faster than by asking it.
	 */
	private void fill(Holder holder) throws SQLException {
		PostgresPart part = this.portal.database();
		try (Connection connection = DriverManager.getConnection(part.jdbcUrl(), part.username(), part.password());
				PreparedStatement conversation = connection.prepareStatement("""
						insert into portal.conversations (holder, id, team, title, created_at, updated_at)
						values (?, ?, 'cardiology', ?, now(), ?::timestamptz)""");
				PreparedStatement key = connection
					.prepareStatement("insert into portal.conversation_keys values (?, ?, ?)");
				PreparedStatement marks = connection
					.prepareStatement("insert into portal.word_marks values (?, ?, ?, ?)")) {
			connection.setAutoCommit(false);
			RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
			for (int i = 0; i < CONVERSATIONS; i++) {
				UUID id = UUID.randomUUID();
				conversation(holder, id, i, conversation, key);
				marks(marks, holder, id, new UUID(0, 0), holder.marks().ofTitle(PhiText.of("Number " + i), 100));
				marks(marks, holder, id, UUID.randomUUID(), holder.marks().ofText(PhiText.of(text(random)), 100));
				if (i % 1000 == 999) {
					for (PreparedStatement statement : List.of(conversation, key, marks)) {
						statement.executeBatch();
					}
					connection.commit();
				}
			}
			connection.setAutoCommit(true);
			connection.createStatement().execute("analyze portal.word_marks");
		}
	}

	private static void conversation(Holder holder, UUID id, int number, PreparedStatement conversation,
			PreparedStatement key) throws SQLException {
		byte[] sealedKey = holder.seal().drawKey(Place.conversation(holder.id(), id, "key"));
		Seal seal = new Seal(new AesGcm(holder.seal().openKey(sealedKey, Place.conversation(holder.id(), id, "key"))));
		conversation.setObject(1, holder.id());
		conversation.setObject(2, id);
		conversation.setBytes(3,
				seal.seal(PhiText.of("Number " + number), Place.conversation(holder.id(), id, "title")));
		conversation.setString(4, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number).toString());
		conversation.addBatch();
		key.setObject(1, holder.id());
		key.setObject(2, id);
		key.setBytes(3, sealedKey);
		key.addBatch();
	}

	private static void marks(PreparedStatement statement, Holder holder, UUID conversation, UUID message, Long[] marks)
			throws SQLException {
		statement.setObject(1, holder.id());
		statement.setObject(2, conversation);
		statement.setObject(3, message);
		statement.setArray(4, statement.getConnection().createArrayOf("bigint", marks));
		statement.addBatch();
	}

	/**
	 * Words are as unevenly used as people use them: the first of them very often.
	 */
	private static String text(RandomGenerator random) {
		StringBuilder text = new StringBuilder("everywhere");
		for (int i = 0; i < WORDS; i++) {
			double draw = random.nextDouble();
			text.append(' ').append(VOCABULARY.get((int) (VOCABULARY.size() * draw * draw * draw)));
		}
		return text.toString();
	}

	private static List<String> vocabulary() {
		String[] words = new String[5000];
		Arrays.setAll(words, (i) -> "word" + i);
		return List.of(words);
	}

}
