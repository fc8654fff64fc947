package io.hilum.routing.completion;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.hilum.trust.context.ServiceContext;

import static io.hilum.routing.completion.LiveService.SIGNER;
import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.root;

/**
 * A client as a bare socket, so that a test decides what it reads and how it leaves.
 */
final class RawClient implements AutoCloseable {

	private static final int TIMEOUT_MILLIS = 90_000;

	private final Socket socket = new Socket();

	RawClient(int receiveBuffer) throws IOException {
		this.socket.setReceiveBufferSize(receiveBuffer);
		this.socket.setSoTimeout(TIMEOUT_MILLIS);
		this.socket.connect(new InetSocketAddress(root().getHost(), root().getPort()), TIMEOUT_MILLIS);
	}

	/**
	 * Send the head of a chat request.
	 * @param length the length of the body that is announced
	 */
	RawClient head(int length) throws IOException {
		return write("POST /v1/chat/completions HTTP/1.1\r\nHost: routing\r\nContent-Type: application/json\r\n"
				+ ServiceContext.HEADER + ": " + SIGNER.sign(caller("Clinician"), "routing-service")
				+ "\r\nContent-Length: " + length + "\r\n\r\n");
	}

	RawClient chat(String body) throws IOException {
		return head(body.length()).write(body);
	}

	RawClient write(String text) throws IOException {
		this.socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
		this.socket.getOutputStream().flush();
		return this;
	}

	/**
	 * Send a text one sign after the other until the service hangs up.
	 * @return how many signs it took
	 */
	int drip(String text, Duration pause) throws IOException {
		for (int sent = 0; sent < text.length(); sent++) {
			try {
				write(text.substring(sent, sent + 1));
				this.socket.setSoTimeout((int) pause.toMillis());
				if (this.socket.getInputStream().read() < 0) {
					return sent + 1;
				}
			}
			catch (SocketTimeoutException ex) {
				continue;
			}
			catch (SocketException ex) {
				return sent + 1;
			}
		}
		return text.length();
	}

	/**
	 * Read until a text has come or the connection is closed.
	 */
	String readUntil(String end) throws IOException {
		StringBuilder read = new StringBuilder();
		while (read.indexOf(end) < 0) {
			int next = this.socket.getInputStream().read();
			if (next < 0) {
				break;
			}
			read.append((char) next);
		}
		return read.toString();
	}

	/**
	 * Leave without a farewell: the connection is reset.
	 */
	void reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
