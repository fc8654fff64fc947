package io.hilum.agents.peer;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Tells an address that may be asked from one that may not. Pure.
 */
public final class PeerAddress {

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

	private PeerAddress() {
	}

	/**
	 * Let an address through if it is whole and has TLS.
	 * @param url the address
	 * @param plainHttp whether it may do without TLS, since the network itself is
	 * encrypted
	 * @param setting the setting that holds it, for whoever has to mend it
	 * @param plainSetting the setting that lets it do without TLS
	 * @return the address
	 * @throws IllegalArgumentException if it may not be asked
	 */
	public static URI require(@Nullable URI url, boolean plainHttp, String setting, String plainSetting) {
		if (url == null || url.getHost() == null || url.getScheme() == null || url.getUserInfo() != null
				|| url.getRawQuery() != null || url.getRawFragment() != null) {
			throw new IllegalArgumentException(
					setting + " must be the address of a server, such as https://server.example/base");
		}
		boolean http = url.getScheme().toLowerCase(Locale.ROOT).equals("http");
		if (!http && !url.getScheme().toLowerCase(Locale.ROOT).equals("https")) {
			throw new IllegalArgumentException(setting + " must be an address of https");
		}
		if (http && !plainHttp && !THIS_MACHINE.contains(url.getHost())) {
			throw new IllegalArgumentException(
					setting + " has no TLS, and secrets travel with each request: use https, " + "or set "
							+ plainSetting + " where the network itself is encrypted");
		}
		return url;
	}

}
