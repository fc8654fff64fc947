package io.hilum.usage.audit.s3;

import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.hilum.usage.audit.ArchiveProperties;
import io.hilum.usage.audit.store.ObjectStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects of a bucket. With Object Lock they are kept in the mode that is set.
 */
final class S3Objects implements ObjectStore {

	private final S3Client client;

	private final String bucket;

	private final ArchiveProperties.Lock lock;

	S3Objects(S3Client client, ArchiveProperties properties) {
		this.client = client;
		this.bucket = properties.s3().bucket();
		this.lock = properties.lock();
	}

	@Override
	public @Nullable String put(String name, String content, @Nullable String replaces, @Nullable Instant keepUntil) {
		PutObjectRequest.Builder request = PutObjectRequest.builder().bucket(this.bucket).key(name);
		if (replaces != null) {
			request.ifMatch(replaces);
		}
		else {
			request.ifNoneMatch("*");
		}
		if (keepUntil != null) {
			lock(request, keepUntil);
		}
		try {
			return this.client.putObject(request.build(), RequestBody.fromString(content, StandardCharsets.UTF_8))
				.eTag();
		}
		catch (S3Exception ex) {
			if (ex.statusCode() == HttpURLConnection.HTTP_PRECON_FAILED) {
				return null;
			}
			throw ex;
		}
	}

	private void lock(PutObjectRequest.Builder request, Instant keepUntil) {
		ObjectLockMode mode = switch (this.lock.mode()) {
			case NONE -> null;
			case GOVERNANCE -> ObjectLockMode.GOVERNANCE;
			case COMPLIANCE -> ObjectLockMode.COMPLIANCE;
		};
		if (mode != null) {
			request.objectLockMode(mode).objectLockRetainUntilDate(keepUntil);
		}
		if (this.lock.legalHold()) {
			request.objectLockLegalHoldStatus(ObjectLockLegalHoldStatus.ON);
		}
	}

	@Override
	public @Nullable StoredObject get(String name) {
		try {
			ResponseBytes<GetObjectResponse> found = this.client
				.getObjectAsBytes((request) -> request.bucket(this.bucket).key(name));
			return new StoredObject(found.asUtf8String(), found.response().eTag());
		}
		catch (NoSuchKeyException ex) {
			return null;
		}
	}

	@Override
	public void delete(String name) {
		this.client.deleteObject((request) -> request.bucket(this.bucket).key(name));
	}

	@Override
	public List<String> list(String prefix) {
		return this.client.listObjectsV2Paginator((request) -> request.bucket(this.bucket).prefix(prefix))
			.contents()
			.stream()
			.map(S3Object::key)
			.toList();
	}

}
