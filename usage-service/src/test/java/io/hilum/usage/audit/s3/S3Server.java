package io.hilum.usage.audit.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import io.hilum.usage.ServerProcess;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A server that speaks S3, as a process of its own: Adobe's S3Mock, which judges
 * conditions and keeps Object Lock as S3 does.
 *
 * @param process the process
 */
record S3Server(ServerProcess process) implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("Tomcat started on ports? .*?(\\d+) \\(http\\)");

	static S3Server start(Path home) throws IOException {
		String jar = Objects.requireNonNull(System.getenv("HILUM_S3_SERVER"), "HILUM_S3_SERVER is set by Failsafe");
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return new S3Server(
				ServerProcess.start(
						List.of(java, "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
								"-Djava.io.tmpdir=" + home, "-jar", jar, "--server.port=0", "--http.port=0"),
						home.resolve("s3.log"), PORT));
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.process.address());
	}

	/**
	 * A client, whoever it is.
	 * @return the client
	 */
	S3Client client() {
		return S3Client.builder()
			.endpointOverride(url())
			.forcePathStyle(true)
			.region(Region.US_EAST_1)
			.httpClient(UrlConnectionHttpClient.create())
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
			.build();
	}

	@Override
	public void close() {
		this.process.close();
	}

}
