package io.hilum.phi.detect.pattern;

import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;

/**
 * Finds file names of images and recordings, which often carry a name or a number.
 */
final class FileDetector implements Detector {

	private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "gif", "heic", "heif", "tif", "tiff", "bmp",
			"dcm", "dicom", "webp", "mov", "mp4", "avi", "raw", "cr2", "nef", "svs");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "file");
		for (int i = 0; i < document.size(); i++) {
			if (document.joined(i) && !(document.joined(i - 1) && document.alphanumeric(i - 1))) {
				Chunk chunk = Chunk.at(document, i);
				int last = chunk.end() - 1;
				if (last > i + 1 && document.symbol(last - 1, '.') && ENDINGS.contains(document.folded(last))) {
					findings.add(i, chunk.end(), EntityType.PHOTO, 0.94);
				}
				i = Math.max(i, last);
			}
		}
		return findings.spans();
	}

}
