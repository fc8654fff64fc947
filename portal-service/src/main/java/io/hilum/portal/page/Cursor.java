package io.hilum.portal.page;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

import io.hilum.portal.problem.PortalProblem;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, in a list by falling time and id.
 *
 * @param at the time of its last entry, in whole microseconds
 * @param id the id of its last entry
 */
public record Cursor(Instant at, UUID id) {

	private static final int BYTES = 3 * Long.BYTES;

	private static final long MICROS = 1_000_000L;

	/**
	 * Before everything, which is where a list begins.
	 */
	public static final Cursor START = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

	/**
	 * Read what a client sent.
	 * @param text the text, or {@code null} for the first page
	 * @return the cursor
	 */
	public static Cursor parse(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return START;
		}
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(text);
			if (bytes.length == BYTES) {
				ByteBuffer buffer = ByteBuffer.wrap(bytes);
				return new Cursor(Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS),
						new UUID(buffer.getLong(), buffer.getLong()));
			}
		}
		catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException ex) {
			// Not one of ours.
		}
		throw PortalProblem.invalid("cursor", "Expected the cursor of the page before");
	}

	/**
	 * The cursor as clients give it back.
	 * @return the text
	 */
	public String text() {
		long micros = this.at.getEpochSecond() * MICROS + this.at.getNano() / 1000;
		byte[] bytes = ByteBuffer.allocate(BYTES)
			.putLong(micros)
			.putLong(this.id.getMostSignificantBits())
			.putLong(this.id.getLeastSignificantBits())
			.array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
