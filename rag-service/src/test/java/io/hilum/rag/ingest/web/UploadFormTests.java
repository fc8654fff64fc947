package io.hilum.rag.ingest.web;

import io.hilum.rag.document.DocumentFormat;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.rag.read.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link UploadForm}.
 */
class UploadFormTests {

	@Test
	void takesTheFormatFromTheMediaTypeOrWhereItSaysNothingFromTheName() {
		assertThat(format("a.bin", "application/pdf")).isEqualTo(DocumentFormat.PDF);
		assertThat(format("a.pdf", "application/octet-stream")).isEqualTo(DocumentFormat.PDF);
		assertThat(format("a.md", "text/plain")).isEqualTo(DocumentFormat.MARKDOWN);
		assertThat(format("notes", "text/plain; charset=utf-8")).isEqualTo(DocumentFormat.TEXT);
		assertThat(format("a.pdf", "text/html")).isEqualTo(DocumentFormat.HTML);
	}

	@Test
	void refusesFormatsThatAreNotRead() {
		for (String type : new String[] { "image/png", "application/zip", "application/octet-stream" }) {
			assertThat(refusal(() -> format("a.bin", type))).isEqualTo(ProblemCode.UNSUPPORTED_DOCUMENT);
		}
	}

	@Test
	void takesTheTitleOfTheFormBeforeThatOfTheAddressBeforeTheName() {
		assertThat(title(null, null)).isEqualTo("a.txt");
		assertThat(title("Of the address", null)).isEqualTo("Of the address");
		assertThat(title("Of the address", "Of the form")).isEqualTo("Of the form");
		assertThat(title(null, " two\r\nlines\u0000 ")).isEqualTo("two lines");
		assertThat(title(null, " ")).isEqualTo("Untitled");
		assertThat(title(null, "x".repeat(500))).hasSize(200);
	}

	@Test
	void joinsWhatComesInPieces() {
		UploadForm form = new UploadForm(10, null);
		form.accept(MediaType.TEXT_PLAIN, buffer("Irma "));
		form.accept(MediaType.TEXT_PLAIN, buffer("Peter"));
		assertThat(form.toUpload().content()).isEqualTo(Samples.bytes("Irma Peter"));
		assertThat(form.toUpload()).hasToString("Upload[format=TEXT, bytes=10]");
	}

	@Test
	void refusesWhatIsTooLargeMissingOrInTooManyParts() {
		UploadForm form = new UploadForm(4, null);
		form.accept(MediaType.TEXT_PLAIN, buffer("1234"));
		assertThat(refusal(() -> form.accept(MediaType.TEXT_PLAIN, buffer("5"))))
			.isEqualTo(ProblemCode.DOCUMENT_TOO_LARGE);
		assertThat(refusal(() -> new UploadForm(4, null).toUpload())).isEqualTo(ProblemCode.INVALID_REQUEST);
		assertThat(refusal(() -> accept(form, Flux.range(0, 9).concatMap((i) -> FormPartEvent.create("f" + i, "x")))))
			.isEqualTo(ProblemCode.INVALID_REQUEST);
	}

	private static ProblemCode refusal(Runnable refused) {
		return catchThrowableOfType(RagProblem.class, refused::run).code();
	}

	private static DocumentFormat format(String name, String type) {
		UploadForm form = new UploadForm(100, null);
		accept(form, file(name, type));
		return form.toUpload().format();
	}

	private static String title(@Nullable String ofAddress, @Nullable String ofForm) {
		UploadForm form = new UploadForm(100, ofAddress);
		accept(form, file("a.txt", "text/plain"));
		if (ofForm != null) {
			accept(form, FormPartEvent.create("title", ofForm));
		}
		return form.toUpload().title().reveal();
	}

	private static Flux<FilePartEvent> file(String name, String type) {
		return FilePartEvent.create("file", name, MediaType.parseMediaType(type), Flux.just(buffer("x")));
	}

	private static void accept(UploadForm form, org.reactivestreams.Publisher<? extends PartEvent> parts) {
		Flux.from(parts).doOnNext(form::accept).then().block();
	}

	private static DataBuffer buffer(String text) {
		return DefaultDataBufferFactory.sharedInstance.wrap(Samples.bytes(text));
	}

}
