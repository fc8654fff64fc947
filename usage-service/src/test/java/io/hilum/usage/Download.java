package io.hilum.usage;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import io.hilum.trust.context.ServiceContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client of exports that keeps nothing of what it reads, or does not read.
 *
 * @param service the service
 * @param path what it asks for
 */
record Download(RunningService service, String path) {

	private static final int SMALL = 8 * 1024;

	/**
	 * Read all of it.
	 * @return how many lines it had
	 */
	long lines() throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient();
				InputStream body = client.send(request(), BodyHandlers.ofInputStream()).body()) {
			byte[] bytes = new byte[64 * 1024];
			long lines = 0;
			for (int count = body.read(bytes); count >= 0; count = body.read(bytes)) {
				for (int i = 0; i < count; i++) {
					lines += (bytes[i] == '\n') ? 1 : 0;
				}
			}
			return lines;
		}
	}

	/**
	 * Read all of it as a file of Parquet.
	 * @param file where it is to be
	 * @return how many rows it has
	 */
	long rows(Path file) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			assertThat(client.send(request(), BodyHandlers.ofFile(file)).statusCode()).isEqualTo(200);
		}
		try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file))) {
			return reader.getFileMetaData().numRows();
		}
	}

	/**
	 * Ask for it and leave when it begins.
	 * @return the status
	 */
	int leave() throws IOException {
		try (Socket socket = ask()) {
			byte[] begin = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
			return Integer.parseInt(new String(begin, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length()));
		}
	}

	/**
	 * Ask for it and read nothing.
	 * @return the connection
	 */
	Socket ask() throws IOException {
		URI uri = URI.create(this.service.url());
		Socket socket = new Socket();
		socket.setReceiveBufferSize(SMALL);
		socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
		socket.getOutputStream()
			.write(("GET " + this.path + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n" + ServiceContext.HEADER
					+ ": " + sign() + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	/**
	 * Whether the service still listens on a connection.
	 * @param socket the connection
	 * @return {@code false} once it has closed it
	 */
	static boolean isOpen(Socket socket) {
		try {
			socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.US_ASCII));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private HttpRequest request() {
		return HttpRequest.newBuilder(URI.create(this.service.url() + this.path))
			.header(ServiceContext.HEADER, sign())
			.build();
	}

	private String sign() {
		return this.service.sign(RunningService.ADMIN);
	}

}
