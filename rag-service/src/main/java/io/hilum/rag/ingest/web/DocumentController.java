package io.hilum.rag.ingest.web;

import java.util.UUID;

import io.hilum.rag.collection.CollectionAccess;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.document.Document;
import io.hilum.rag.document.DocumentStore;
import io.hilum.rag.ingest.IngestProperties;
import io.hilum.rag.ingest.Ingestion;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.webflux.ContextWebFilter;
import io.hilum.trust.seal.DataKeys;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@code /v1/collections/{name}/documents}.
 */
@RestController
@RequestMapping("/v1/collections/{name}/documents")
class DocumentController {

	private static final int MAX_PAGE = 500;

	private final Ingestion ingestion;

	private final CollectionAccess collections;

	private final DocumentStore documents;

	private final DataKeys keys;

	private final UploadSlots slots;

	private final long maxBytes;

	DocumentController(Ingestion ingestion, CollectionAccess collections, DocumentStore documents, DataKeys keys,
			UploadSlots slots, IngestProperties properties) {
		this.ingestion = ingestion;
		this.collections = collections;
		this.documents = documents;
		this.keys = keys;
		this.slots = slots;
		this.maxBytes = properties.maxBytes().toBytes();
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	Mono<DocumentV1> uploadForm(@PathVariable String name, @RequestParam @Nullable String title,
			@RequestBody Flux<PartEvent> parts, ServerWebExchange exchange) {
		UploadForm form = new UploadForm(this.maxBytes, title);
		return upload(name, parts.doOnNext(form::accept).then(), form, ContextWebFilter.contextOf(exchange));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	Mono<DocumentV1> uploadBody(@PathVariable String name, @RequestParam @Nullable String title,
			ServerWebExchange exchange) {
		UploadForm form = new UploadForm(this.maxBytes, title);
		MediaType type = exchange.getRequest().getHeaders().getContentType();
		Mono<Void> body = exchange.getRequest().getBody().doOnNext((bytes) -> form.accept(type, bytes)).then();
		return upload(name, body, form, ContextWebFilter.contextOf(exchange));
	}

	private Mono<DocumentV1> upload(String name, Mono<Void> receive, UploadForm form, ServiceContext caller) {
		Mono<DocumentV1> upload = this.ingestion.admit(name, caller)
			.delayUntil((collection) -> receive)
			.flatMap((collection) -> this.ingestion.add(collection, form.toUpload(), caller)
				.flatMap((document) -> opened(document, collection)));
		return this.slots.within(upload);
	}

	@GetMapping
	Mono<DocumentsV1> list(@PathVariable String name, @RequestParam @Nullable UUID after,
			@RequestParam(defaultValue = "100") int limit, ServerWebExchange exchange) {
		if (limit < 1 || limit > MAX_PAGE) {
			throw RagProblem.of(ProblemCode.INVALID_REQUEST, "limit must be from 1 to " + MAX_PAGE, "limit");
		}
		return this.collections.visible(name, ContextWebFilter.contextOf(exchange))
			.flatMap((collection) -> page(collection, after, limit));
	}

	private Mono<DocumentsV1> page(DocumentCollection collection, @Nullable UUID after, int limit) {
		return collection.key(this.keys)
			.flatMapMany((key) -> this.documents.list(collection.id(), after, limit)
				.map((document) -> DocumentV1.of(document, key)))
			.collectList()
			.map(DocumentsV1::new);
	}

	@GetMapping("/{id}")
	Mono<DocumentV1> get(@PathVariable String name, @PathVariable UUID id, ServerWebExchange exchange) {
		return this.collections.visible(name, ContextWebFilter.contextOf(exchange))
			.flatMap((collection) -> find(collection, id).flatMap((document) -> opened(document, collection)));
	}

	private Mono<DocumentV1> opened(Document document, DocumentCollection collection) {
		return collection.key(this.keys).map((key) -> DocumentV1.of(document, key));
	}

	private Mono<Document> find(DocumentCollection collection, UUID id) {
		return this.documents.find(collection.id(), id)
			.switchIfEmpty(Mono.error(() -> RagProblem.of(ProblemCode.DOCUMENT_NOT_FOUND,
					"There is no such document in the collection")));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable String name, @PathVariable UUID id, ServerWebExchange exchange) {
		return this.ingestion.delete(name, id, ContextWebFilter.contextOf(exchange));
	}

}
