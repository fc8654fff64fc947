package io.hilum.usage.audit.azure;

import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobDownloadContentResponse;
import com.azure.storage.blob.models.BlobImmutabilityPolicy;
import com.azure.storage.blob.models.BlobImmutabilityPolicyMode;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import io.hilum.usage.audit.ArchiveProperties;
import io.hilum.usage.audit.store.ObjectStore;
import org.jspecify.annotations.Nullable;

/**
 * Blobs of a container. With version-level immutability they are kept by a policy of
 * their own, which is locked or not.
 */
final class AzureBlobs implements ObjectStore {

	private final BlobContainerClient container;

	private final ArchiveProperties.Lock lock;

	private final Duration timeout;

	AzureBlobs(BlobContainerClient container, ArchiveProperties properties) {
		this.container = container;
		this.lock = properties.lock();
		this.timeout = properties.timeout();
	}

	@Override
	public @Nullable String put(String name, String content, @Nullable String replaces, @Nullable Instant keepUntil) {
		BlobRequestConditions conditions = new BlobRequestConditions();
		BlockBlobSimpleUploadOptions upload = new BlockBlobSimpleUploadOptions(
				BinaryData.fromBytes(content.getBytes(StandardCharsets.UTF_8)))
			.setRequestConditions(
					(replaces != null) ? conditions.setIfMatch(replaces) : conditions.setIfNoneMatch("*"));
		if (keepUntil != null) {
			lock(upload, keepUntil);
		}
		try {
			return this.container.getBlobClient(name)
				.getBlockBlobClient()
				.uploadWithResponse(upload, this.timeout, Context.NONE)
				.getValue()
				.getETag();
		}
		catch (BlobStorageException ex) {
			// 409 says that there is one where none was to be, 412 that there is another.
			if (ex.getStatusCode() == HttpURLConnection.HTTP_CONFLICT
					|| ex.getStatusCode() == HttpURLConnection.HTTP_PRECON_FAILED) {
				return null;
			}
			throw ex;
		}
	}

	private void lock(BlockBlobSimpleUploadOptions upload, Instant keepUntil) {
		BlobImmutabilityPolicyMode mode = switch (this.lock.mode()) {
			case NONE -> null;
			case GOVERNANCE -> BlobImmutabilityPolicyMode.UNLOCKED;
			case COMPLIANCE -> BlobImmutabilityPolicyMode.LOCKED;
		};
		if (mode != null) {
			upload.setImmutabilityPolicy(
					new BlobImmutabilityPolicy().setPolicyMode(mode).setExpiryTime(keepUntil.atOffset(ZoneOffset.UTC)));
		}
		if (this.lock.legalHold()) {
			upload.setLegalHold(true);
		}
	}

	@Override
	public @Nullable StoredObject get(String name) {
		try {
			BlobDownloadContentResponse found = this.container.getBlobClient(name)
				.downloadContentWithResponse(null, null, this.timeout, Context.NONE);
			return new StoredObject(found.getValue().toString(), found.getDeserializedHeaders().getETag());
		}
		catch (BlobStorageException ex) {
			if (ex.getStatusCode() == HttpURLConnection.HTTP_NOT_FOUND) {
				return null;
			}
			throw ex;
		}
	}

	@Override
	public void delete(String name) {
		this.container.getBlobClient(name).deleteIfExists();
	}

	@Override
	public List<String> list(String prefix) {
		return this.container.listBlobs(new ListBlobsOptions().setPrefix(prefix), this.timeout)
			.stream()
			.map(BlobItem::getName)
			.toList();
	}

}
