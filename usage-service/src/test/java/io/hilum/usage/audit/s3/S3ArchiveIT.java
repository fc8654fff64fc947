package io.hilum.usage.audit.s3;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;

import io.hilum.usage.audit.ArchiveProperties;
import io.hilum.usage.audit.AuditArchive;
import io.hilum.usage.audit.store.ArchiveContract;
import io.hilum.usage.audit.store.StoredArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The archive in a bucket does what every storage must, on the wire of S3.
 */
class S3ArchiveIT extends ArchiveContract {

	private static final String BUCKET = "hilum-audit";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static S3Server server;

	@SuppressWarnings("NullAway.Init")
	private static S3Client client;

	@BeforeAll
	static void start() throws IOException {
		server = S3Server.start(home);
		client = server.client();
		client.createBucket((bucket) -> bucket.bucket(BUCKET).objectLockEnabledForBucket(true));
	}

	@AfterAll
	static void stop() {
		client.close();
		server.close();
	}

	@Override
	protected AuditArchive open(String prefix) {
		ArchiveProperties properties = properties(ArchiveProperties.Kind.S3, prefix,
				new ArchiveProperties.Lock(ArchiveProperties.Lock.Mode.NONE, false),
				new ArchiveProperties.S3(BUCKET, "us-east-1", server.url(), true), new ArchiveProperties.Azure("", ""));
		return new StoredArchive(new S3Objects(client, properties), properties, Period.ofYears(6), Clock.systemUTC());
	}

}
