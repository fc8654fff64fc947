package io.hilum.rag.read.tika;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.hilum.rag.document.FailureReason;
import io.hilum.rag.read.ReadLimits;
import io.hilum.rag.read.UnreadableDocumentException;

/**
 * Unpacks a file once to nowhere before it is parsed: how much it unpacks to, how many
 * files it has, and whether it is a Word document without macros. Sizes that a file
 * declares are not believed.
 */
final class ZipInspection {

	private static final String MAIN_PART = "word/document.xml";

	private static final int BUFFER = 16 * 1024;

	private final ReadLimits limits;

	private final byte[] buffer = new byte[BUFFER];

	private long unpacked;

	ZipInspection(ReadLimits limits) {
		this.limits = limits;
	}

	void inspect(byte[] content) {
		boolean hasMainPart = false;
		int entries = 0;
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				String name = entry.getName().toLowerCase(Locale.ROOT);
				require(++entries <= this.limits.maxEntries());
				require(!name.endsWith("vbaproject.bin") && !name.contains(".."));
				hasMainPart |= MAIN_PART.equals(name);
				unpack(zip);
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new UnreadableDocumentException(FailureReason.UNREADABLE);
		}
		if (!hasMainPart) {
			throw new UnreadableDocumentException(FailureReason.UNREADABLE);
		}
	}

	private void unpack(ZipInputStream zip) throws IOException {
		for (int read = zip.read(this.buffer); read >= 0; read = zip.read(this.buffer)) {
			this.unpacked += read;
			require(this.unpacked <= this.limits.maxUnpackedBytes());
		}
	}

	private static void require(boolean safe) {
		if (!safe) {
			throw new UnreadableDocumentException(FailureReason.UNSAFE);
		}
	}

}
