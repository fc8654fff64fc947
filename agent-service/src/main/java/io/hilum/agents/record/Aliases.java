package io.hilum.agents.record;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.hilum.trust.text.PhiText;

/**
 * Names for entries of records that tell nothing: ids of a record system can be numbers
 * of patients. The same entry has the same name in all of one run and another one in the
 * next. Only letters, so that none looks like a number of somebody.
 */
final class Aliases {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int LENGTH = 10;

	private static final int LETTERS = 26;

	private final SecretKeySpec key;

	Aliases() {
		byte[] secret = new byte[32];
		new SecureRandom().nextBytes(secret);
		this.key = new SecretKeySpec(secret, ALGORITHM);
	}

	String of(String run, RecordKind kind, PhiText id) {
		byte[] code = code(run + '\n' + kind + '\n' + id.reveal());
		StringBuilder alias = new StringBuilder(kind.name().toLowerCase(Locale.ROOT)).append('/');
		for (int i = 0; i < LENGTH; i++) {
			alias.append((char) ('a' + Byte.toUnsignedInt(code[i]) % LETTERS));
		}
		return alias.toString();
	}

	private byte[] code(String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java has " + ALGORITHM, ex);
		}
	}

}
