package io.hilum.quickstart.terminal;

import java.net.URI;

import io.hilum.quickstart.machine.Port;
import io.hilum.quickstart.machine.Settings;
import io.hilum.quickstart.record.RecordServer;
import io.hilum.quickstart.secret.HilumKey;
import io.hilum.quickstart.secret.Person;
import io.hilum.quickstart.secret.Secrets;

/**
 * What the user reads when everything is ready.
 */
public final class Welcome {

	private static final String COMMANDS = """

			Three commands to paste:

			1. A question about a patient, as the clinician, streamed. The sandbox repeats what it received:
			   the model saw pseudonyms, you see the names.

			TOKEN=$(curl -s %1$s -d grant_type=password -d client_id=hilum-portal -d username=%2$s -d password=%3$s | sed -E 's/.*"access_token":"([^"]*)".*/\\1/')
			curl -N %4$s/v1/chat/completions -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"model": "sandbox", "stream": true, "messages": [{"role": "user", "content": "Maria Lopez, MRN 00482913, born 03/14/1961, was admitted on March 3, 2026. Her phone is 617-555-0143. Draft a discharge note."}]}'

			2. What was used today, as the administrator:

			curl -s "%4$s/v1/usage?from=$(date -u +%%F)" -H 'Authorization: Bearer %5$s'

			3. Whether the audit trail is whole, as the administrator:

			curl -s "%4$s/v1/audit/verification" -H 'Authorization: Bearer %5$s'

			""";

	private final Settings settings;

	private final Secrets secrets;

	private final URI tokenEndpoint;

	public Welcome(Settings settings, Secrets secrets, URI tokenEndpoint) {
		this.settings = settings;
		this.secrets = secrets;
		this.tokenEndpoint = tokenEndpoint;
	}

	/**
	 * Write it.
	 * @return some lines
	 */
	public String text() {
		StringBuilder text = new StringBuilder();
		text.append("\nOpen ")
			.append(this.settings.url(Port.GATEWAY))
			.append("/portal/ and sign in as one of four people.\n");
		text.append("The gateway speaks OpenAI's API at ").append(this.settings.url(Port.GATEWAY)).append("/v1, ");
		text.append("sign-in is at ").append(this.settings.url(Port.KEYCLOAK)).append(" (Keycloak, realm hilum).\n\n");
		for (Person person : Person.ALL) {
			text.append(String.format("  %-10s %-8s password %s   key %s%n", person.role(), person.username(),
					this.secrets.passwordOf(person), keyOf(person)));
		}
		if (this.settings.hasOwnRecords()) {
			text.append("\nAgents read a record that you open in the portal, as the clinician: of ")
				.append(String.join(", or of ", RecordServer.patients()))
				.append(". Both are invented.\n");
		}
		Person clinician = Person.ALL.getFirst();
		text.append(COMMANDS.formatted(this.tokenEndpoint, clinician.username(), this.secrets.passwordOf(clinician),
				this.settings.url(Port.GATEWAY), keyOf(Person.ALL.getLast())));
		text.append("State is kept in ").append(this.settings.home()).append(", logs in ");
		text.append(this.settings.home().resolve("log")).append(". Ctrl-C stops everything.\n");
		return text.toString();
	}

	private String keyOf(Person person) {
		HilumKey key = this.secrets.keys().get(person.role());
		return (key != null) ? key.text() : "";
	}

}
