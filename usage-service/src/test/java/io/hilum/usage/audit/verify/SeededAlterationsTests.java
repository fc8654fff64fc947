package io.hilum.usage.audit.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Alters the bytes of an archive at places and in ways that a seed chooses, one
 * alteration at a time: whatever it is, it is found, and the place named lies in the part
 * that was altered. A failure names its seed and number.
 */
class SeededAlterationsTests {

	private static final int ALTERATIONS = 700;

	private static final int PER_BATCH = 12;

	private static final TestArchive INTACT = TestArchive.of(4, PER_BATCH)
		.expired(1, Instant.parse("2032-01-06T00:00:00Z"), "P6Y", TestArchive.KEY);

	private static final List<String> EVIDENCE = INTACT.names()
		.stream()
		.filter((name) -> !name.startsWith("keys/"))
		.toList();

	private static final Pattern PLACE = Pattern.compile("^ALTERED at event (\\d+): [A-Z_]+, .+$");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path temp;

	@ParameterizedTest
	@ValueSource(longs = { 20260105, 1996, 164312 })
	void findsWhatASeedAlters(long seed) throws IOException {
		Random random = new Random(seed);
		Path folder = INTACT.writeTo(this.temp.resolve("archive"));
		Path key = Files.writeString(this.temp.resolve("key.pem"), TestArchive.pem(TestArchive.KEY));
		for (int number = 0; number < ALTERATIONS; number++) {
			String name = EVIDENCE.get(random.nextInt(EVIDENCE.size()));
			byte[] intact = INTACT.part(name).getBytes(StandardCharsets.UTF_8);
			Way way = Way.values()[random.nextInt(Way.values().length)];
			Files.write(folder.resolve(name), way.alter(intact, random));
			String said = verify(folder, key, 1, "seed " + seed + ", number " + number + ": " + way + " in " + name);
			assertPlace(said, name);
			Files.write(folder.resolve(name), intact);
		}
		verify(folder, key, 0, "all is as it was");
	}

	private static String verify(Path folder, Path key, int expected, String what) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int code = VerifyAuditCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8), folder.toString(),
				"--public-key", key.toString());
		assertThat(code).as(what + ": " + out.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
		return out.toString(StandardCharsets.UTF_8).strip();
	}

	private static void assertPlace(String said, String name) {
		assertThat(said).matches(PLACE);
		Matcher place = PLACE.matcher(said);
		assertThat(place.matches()).isTrue();
		String digits = name.replaceAll("\\D", "");
		long first = digits.isEmpty() ? 1 : (Long.parseLong(digits) - 1) * PER_BATCH + 1;
		long last = digits.isEmpty() ? 1 : first + PER_BATCH;
		assertThat(Long.parseLong(place.group(1))).as(said).isBetween(first, last);
	}

	/**
	 * What is done to the bytes of a part.
	 */
	private enum Way {

		FLIP_A_BIT {
			@Override
			byte[] alter(byte[] bytes, Random random) {
				byte[] altered = bytes.clone();
				altered[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
				return altered;
			}
		},

		DROP_A_BYTE {
			@Override
			byte[] alter(byte[] bytes, Random random) {
				int at = random.nextInt(bytes.length);
				return join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
			}
		},

		INSERT_WHITE_SPACE {
			@Override
			byte[] alter(byte[] bytes, Random random) {
				int at = random.nextInt(bytes.length + 1);
				byte[] inserted = { (byte) " \t\r\n".charAt(random.nextInt(4)) };
				return join(Arrays.copyOf(bytes, at), inserted, Arrays.copyOfRange(bytes, at, bytes.length));
			}
		},

		CUT_OFF {
			@Override
			byte[] alter(byte[] bytes, Random random) {
				return Arrays.copyOf(bytes, random.nextInt(bytes.length));
			}
		},

		REPEAT_THE_END {
			@Override
			byte[] alter(byte[] bytes, Random random) {
				return join(bytes, Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length));
			}
		};

		abstract byte[] alter(byte[] bytes, Random random);

		private static byte[] join(byte[]... pieces) {
			ByteArrayOutputStream joined = new ByteArrayOutputStream();
			for (byte[] piece : pieces) {
				joined.writeBytes(piece);
			}
			return joined.toByteArray();
		}

	}

}
