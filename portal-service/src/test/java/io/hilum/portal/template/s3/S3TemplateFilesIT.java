package io.hilum.portal.template.s3;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.parts.process.ChildProcess;
import io.hilum.portal.template.TemplateFiles;
import io.hilum.portal.template.TemplateFilesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Templates in a bucket, on the wire of S3: Adobe's S3Mock, as a process of its own.
 */
class S3TemplateFilesIT extends TemplateFilesContract {

	private static final String BUCKET = "hilum-templates";

	private static final Duration PATIENCE = Duration.ofMinutes(8);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static ChildProcess server;

	@SuppressWarnings("NullAway.Init")
	private static S3Client client;

	@BeforeAll
	static void start() throws IOException {
		int port = freePort();
		String jar = Objects.requireNonNull(System.getenv("HILUM_S3_SERVER"), "HILUM_S3_SERVER is set by Failsafe");
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		server = new ChildProcess("s3", home);
		server.start(List.of(java, "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-Djava.io.tmpdir=" + home, "-jar", jar, "--server.port=0", "--http.port=" + port), Map.of());
		server.awaitOutput("Tomcat started on port", PATIENCE);
		client = S3Client.builder()
			.endpointOverride(URI.create("http://127.0.0.1:" + port))
			.forcePathStyle(true)
			.region(Region.US_EAST_1)
			.httpClient(UrlConnectionHttpClient.create())
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
			.build();
		client.createBucket((bucket) -> bucket.bucket(BUCKET));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@AfterAll
	static void stop() {
		client.close();
		server.kill();
	}

	@BeforeEach
	void empty() {
		client.listObjectsV2Paginator((request) -> request.bucket(BUCKET))
			.contents()
			.forEach((object) -> client.deleteObject((request) -> request.bucket(BUCKET).key(object.key())));
	}

	@Override
	protected TemplateFiles files() {
		return new S3TemplateFiles(client, URI.create("s3://" + BUCKET + "/prompts"));
	}

	@Override
	protected void put(String name, String content) {
		client.putObject((request) -> request.bucket(BUCKET).key(name), RequestBody.fromString(content));
	}

}
