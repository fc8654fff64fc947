package io.hilum.trust.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Hmac} by test cases 1 and 2 of RFC 4231.
 */
class HmacTests {

	@Test
	void isThatOfTheStandard() {
		byte[] key = new byte[20];
		Arrays.fill(key, (byte) 0x0b);
		assertThat(code(key, "Hi There")).isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
		assertThat(code("Jefe".getBytes(StandardCharsets.US_ASCII), "what do ya want for nothing?"))
			.isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	}

	@Test
	void saysNothingOfItsKey() {
		assertThat(new Hmac(new byte[32])).hasToString("Hmac[REDACTED]");
	}

	private static String code(byte[] key, String content) {
		return HexFormat.of().formatHex(new Hmac(key).code(content.getBytes(StandardCharsets.US_ASCII)));
	}

}
