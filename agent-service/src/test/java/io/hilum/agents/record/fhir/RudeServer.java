package io.hilum.agents.record.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that answers every request with bytes that a test wrote, over plain sockets.
 */
final class RudeServer implements AutoCloseable {

	private final ServerSocket door;

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final AtomicInteger left = new AtomicInteger();

	RudeServer(Manner manner) throws IOException {
		this.door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		Thread.ofVirtual().start(() -> {
			while (!this.door.isClosed()) {
				try {
					Socket socket = this.door.accept();
					Thread.ofVirtual().start(() -> serve(socket, manner));
				}
				catch (IOException ex) {
					return;
				}
			}
		});
	}

	private void serve(Socket socket, Manner manner) {
		try (socket; InputStream in = socket.getInputStream(); OutputStream out = socket.getOutputStream()) {
			this.asked.add(head(in));
			manner.answer(out, this.asked.size());
		}
		catch (IOException ex) {
			this.left.incrementAndGet();
		}
	}

	private static String head(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			if (next < 0) {
				throw new IOException("left");
			}
			head.append((char) next);
		}
		return head.toString();
	}

	static byte[] json(String status, String headers, String body) {
		byte[] content = body.getBytes(StandardCharsets.UTF_8);
		return ("HTTP/1.1 " + status + "\r\nContent-Type: application/fhir+json\r\nConnection: close\r\n" + headers
				+ "Content-Length: " + content.length + "\r\n\r\n" + body)
			.getBytes(StandardCharsets.UTF_8);
	}

	String url() {
		return "http://127.0.0.1:" + this.door.getLocalPort() + "/fhir";
	}

	List<String> asked() {
		return this.asked;
	}

	/** How often somebody hung up while it was speaking. */
	int left() {
		return this.left.get();
	}

	@Override
	public void close() {
		try {
			this.door.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * How it answers.
	 */
	@FunctionalInterface
	interface Manner {

		/**
		 * Answer.
		 * @param out where to
		 * @param number the number of the request, from 1
		 * @throws IOException if whoever asked has left
		 */
		void answer(OutputStream out, int number) throws IOException;

	}

}
