package io.hilum.quickstart.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

import io.hilum.parts.PartException;

/**
 * Waits until a service says that it is ready: a service that listens may still be
 * learning who has which key.
 */
final class Readiness {

	private static final Duration POLL = Duration.ofMillis(100);

	private static final int PATIENCE_MILLIS = 5000;

	private Readiness() {
	}

	static void await(String service, int port, Duration atMost) {
		URI probe = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
		long deadline = System.nanoTime() + atMost.toNanos();
		while (!isUp(probe)) {
			if (System.nanoTime() > deadline) {
				throw new PartException(
						service + " listens but was not ready within " + atMost.toSeconds() + " s, see " + probe);
			}
			pause();
		}
	}

	private static boolean isUp(URI probe) {
		try {
			HttpURLConnection connection = (HttpURLConnection) probe.toURL().openConnection();
			connection.setConnectTimeout(PATIENCE_MILLIS);
			connection.setReadTimeout(PATIENCE_MILLIS);
			return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void pause() {
		try {
			Thread.sleep(POLL);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PartException("Interrupted while a service was starting", ex);
		}
	}

}
