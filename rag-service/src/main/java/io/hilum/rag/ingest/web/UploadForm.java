package io.hilum.rag.ingest.web;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

import io.hilum.rag.document.DocumentFormat;
import io.hilum.rag.ingest.Upload;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;

/**
 * An upload while it is received, in memory only: a part on disk would be a text of
 * patients in the clear. Mutable, for one request.
 */
final class UploadForm {

	private static final String UNTITLED = "Untitled";

	private static final int MAX_TITLE = 200;

	private static final int MAX_PARTS = 8;

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private final long maxBytes;

	private @Nullable MediaType mediaType;

	private String fileName = "";

	private @Nullable String title;

	private boolean hasFile;

	private int parts;

	UploadForm(long maxBytes, @Nullable String title) {
		this.maxBytes = maxBytes;
		this.title = title;
	}

	void accept(PartEvent part) {
		if (part.isLast() && ++this.parts > MAX_PARTS) {
			DataBufferUtils.release(part.content());
			throw RagProblem.of(ProblemCode.INVALID_REQUEST, "A form may have " + MAX_PARTS + " parts");
		}
		switch (part) {
			case FilePartEvent file when "file".equals(file.name()) -> {
				this.fileName = file.filename();
				accept(file.headers().getContentType(), file.content());
			}
			case FormPartEvent field when "title".equals(field.name()) -> this.title = field.value();
			default -> DataBufferUtils.release(part.content());
		}
	}

	void accept(@Nullable MediaType type, DataBuffer bytes) {
		try {
			if (this.content.size() + bytes.readableByteCount() > this.maxBytes) {
				throw RagProblem.of(ProblemCode.DOCUMENT_TOO_LARGE, "A document may have " + this.maxBytes + " bytes",
						"file");
			}
			this.hasFile = true;
			this.mediaType = type;
			byte[] chunk = new byte[bytes.readableByteCount()];
			bytes.read(chunk);
			this.content.writeBytes(chunk);
		}
		finally {
			DataBufferUtils.release(bytes);
		}
	}

	Upload toUpload() {
		if (!this.hasFile) {
			throw RagProblem.of(ProblemCode.INVALID_REQUEST, "The part file is missing", "file");
		}
		DocumentFormat format = format().orElseThrow(() -> RagProblem.of(ProblemCode.UNSUPPORTED_DOCUMENT,
				"PDF, DOCX, HTML, Markdown and plain text are read, this is none of them", "file"));
		return new Upload(PhiText.of(cleanTitle()), format, this.content.toByteArray());
	}

	/**
	 * The media type decides, but where it says nothing that the name does not say
	 * better.
	 */
	private Optional<DocumentFormat> format() {
		MediaType type = this.mediaType;
		boolean vague = type == null || MediaType.APPLICATION_OCTET_STREAM.equalsTypeAndSubtype(type)
				|| MediaType.TEXT_PLAIN.equalsTypeAndSubtype(type);
		Optional<DocumentFormat> byName = DocumentFormat.ofFileName(this.fileName);
		if (vague && byName.isPresent()) {
			return byName;
		}
		return (type != null) ? DocumentFormat.ofMediaType(type.getType() + "/" + type.getSubtype()) : byName;
	}

	private String cleanTitle() {
		String chosen = (this.title != null) ? this.title : this.fileName;
		String clean = chosen.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		if (clean.isEmpty()) {
			return UNTITLED;
		}
		return (clean.length() > MAX_TITLE) ? clean.substring(0, MAX_TITLE) : clean;
	}

}
