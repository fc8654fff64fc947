package io.hilum.portal.template.s3;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import io.hilum.portal.template.TemplateFiles;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects of one folder of a bucket.
 */
final class S3TemplateFiles implements TemplateFiles {

	/**
	 * How many pages of a thousand objects are looked through.
	 */
	private static final int MOST_PAGES = 10;

	private final S3Client client;

	private final String bucket;

	private final String folder;

	S3TemplateFiles(S3Client client, URI location) {
		this.client = client;
		this.bucket = location.getAuthority();
		String path = location.getPath().replaceFirst("^/", "");
		this.folder = (path.isEmpty() || path.endsWith("/")) ? path : path + "/";
	}

	@Override
	public List<Found> list(int most) throws IOException {
		try {
			return this.client
				.listObjectsV2Paginator((request) -> request.bucket(this.bucket).prefix(this.folder).delimiter("/"))
				.stream()
				.limit(MOST_PAGES)
				.flatMap((page) -> page.contents().stream())
				.filter((object) -> object.key().endsWith(".yaml"))
				.limit(most)
				.map(this::found)
				.toList();
		}
		catch (SdkException ex) {
			throw new IOException("The bucket cannot be listed", ex);
		}
	}

	private Found found(S3Object object) {
		return new Found(object.key().substring(this.folder.length()), object.eTag(), object.size());
	}

	@Override
	public byte[] read(Found file) throws IOException {
		try {
			return this.client
				.getObjectAsBytes(
						(request) -> request.bucket(this.bucket).key(this.folder + file.name()).ifMatch(file.tag()))
				.asByteArray();
		}
		catch (SdkException ex) {
			throw new IOException("The object cannot be read", ex);
		}
	}

}
