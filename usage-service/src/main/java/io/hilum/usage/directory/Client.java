package io.hilum.usage.directory;

/**
 * A program that signs in by itself.
 *
 * @param clientId the id it signs in with
 * @param clientSecret the secret it signs in with, shown this one time
 */
public record Client(String clientId, String clientSecret) {

	@Override
	public String toString() {
		return "Client[" + this.clientId + "]";
	}

}
