package io.hilum.parts.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;

/**
 * A realm in Keycloak's export format, imported at the first start.
 *
 * @param name its name
 * @param file its content, which may refer to variables as <code>${NAME}</code>
 * @param variables their values; they reach Keycloak as environment, not on a command
 * line that others can read
 */
public record Realm(String name, URL file, Map<String, String> variables) {

	InputStream open() throws IOException {
		return this.file.openStream();
	}

}
