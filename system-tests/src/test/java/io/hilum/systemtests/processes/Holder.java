package io.hilum.systemtests.processes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Somebody with a Hilum key that the services know from their first start on.
 */
public enum Holder {

	CLINICIAN("Clinician", "cardiology"), BILLING("Billing", "revenue"), ADMIN("Admin", "platform");

	private final String role;

	private final String team;

	Holder(String role, String team) {
		this.role = role;
		this.team = team;
	}

	public String team() {
		return this.team;
	}

	public String keyId() {
		return "crash" + ordinal() + "x";
	}

	/** Opens a set of services on the loopback interface for the minutes of a test. */
	public String key() {
		return "hlm_" + keyId() + "_" + "A".repeat(42) + ordinal();
	}

	List<String> arguments() {
		String prefix = "--hilum.accounts.bootstrap-keys[" + ordinal() + "].";
		return List.of(prefix + "id=" + keyId(), prefix + "sha256=" + sha256(), prefix + "name=" + this.role,
				prefix + "subject=" + this.role.toLowerCase(Locale.ROOT), prefix + "roles[0]=" + this.role,
				prefix + "team=" + this.team, prefix + "application=rounds");
	}

	private String sha256() {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(key().getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
