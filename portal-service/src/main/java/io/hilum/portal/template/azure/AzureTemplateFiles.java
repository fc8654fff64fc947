package io.hilum.portal.template.azure;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.ListBlobsOptions;
import io.hilum.portal.template.TemplateFiles;

/**
 * Blobs of one folder of a container.
 */
final class AzureTemplateFiles implements TemplateFiles {

	private static final int PAGE = 1000;

	/**
	 * How many pages of blobs are looked through.
	 */
	private static final int MOST_PAGES = 10;

	private final BlobContainerClient container;

	private final String folder;

	private final Duration timeout;

	AzureTemplateFiles(BlobContainerClient container, String folder, Duration timeout) {
		this.container = container;
		this.folder = (folder.isEmpty() || folder.endsWith("/")) ? folder : folder + "/";
		this.timeout = timeout;
	}

	@Override
	public List<Found> list(int most) throws IOException {
		ListBlobsOptions options = new ListBlobsOptions().setPrefix(this.folder).setMaxResultsPerPage(PAGE);
		try {
			return this.container.listBlobsByHierarchy("/", options, this.timeout)
				.streamByPage()
				.limit(MOST_PAGES)
				.flatMap((page) -> page.getValue().stream())
				.filter((blob) -> blob.getName().endsWith(".yaml"))
				.limit(most)
				.map(this::found)
				.toList();
		}
		catch (RuntimeException ex) {
			throw new IOException("The container cannot be listed", ex);
		}
	}

	private Found found(BlobItem blob) {
		return new Found(blob.getName().substring(this.folder.length()), blob.getProperties().getETag(),
				blob.getProperties().getContentLength());
	}

	@Override
	public byte[] read(Found file) throws IOException {
		try {
			return this.container.getBlobClient(this.folder + file.name())
				.downloadContentWithResponse(null, new BlobRequestConditions().setIfMatch(file.tag()), this.timeout,
						Context.NONE)
				.getValue()
				.toBytes();
		}
		catch (RuntimeException ex) {
			throw new IOException("The blob cannot be read", ex);
		}
	}

}
