package io.hilum.usage.audit.azure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import io.hilum.usage.audit.ArchiveProperties;
import io.hilum.usage.audit.AuditArchive;
import io.hilum.usage.audit.store.ArchiveContract;
import io.hilum.usage.audit.store.StoredArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive in a container does what every storage must, on the wire of Azure Blob
 * Storage, as Azurite speaks it, which comes from npm: {@code make azure-check} loads and
 * runs it. Azurite knows no immutability.
 */
class AzureArchiveCheck extends ArchiveContract {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static Azurite azurite;

	@SuppressWarnings("NullAway.Init")
	private static BlobContainerClient container;

	@BeforeAll
	static void start() throws IOException {
		azurite = Azurite.start(home);
		container = new BlobServiceClientBuilder().connectionString(azurite.connectionString())
			.httpClient(new JdkHttpClientBuilder().build())
			.buildClient()
			.createBlobContainer("audit");
	}

	@AfterAll
	static void stop() {
		azurite.close();
	}

	@Override
	protected AuditArchive open(String prefix) {
		ArchiveProperties properties = properties(ArchiveProperties.Kind.AZURE_BLOB, prefix,
				new ArchiveProperties.Lock(ArchiveProperties.Lock.Mode.NONE, false),
				new ArchiveProperties.S3("", "", null, false),
				new ArchiveProperties.Azure(container.getBlobContainerUrl(), azurite.connectionString()));
		return new StoredArchive(new AzureBlobs(container, properties), properties, Period.ofYears(6),
				Clock.systemUTC());
	}

}
