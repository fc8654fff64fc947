package io.hilum.portal.folder.web;

import java.time.Instant;
import java.util.UUID;

import io.hilum.portal.folder.Folder;
import io.hilum.portal.folder.Folders;
import io.hilum.portal.wire.Expect;
import io.hilum.portal.wire.Listing;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /v1/portal/folders}.
 */
@RestController
@RequestMapping("/v1/portal/folders")
class FolderController {

	private final Folders folders;

	FolderController(Folders folders) {
		this.folders = folders;
	}

	@GetMapping
	Mono<Listing<FolderV1>> list(ServiceContext caller) {
		return this.folders.list(caller).map(FolderV1::of).collectList().map(Listing::of);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<FolderV1> create(@RequestBody NameV1 request, ServiceContext caller) {
		return this.folders.create(request.checked(), caller).map(FolderV1::of);
	}

	@PatchMapping("/{folder}")
	Mono<FolderV1> rename(@PathVariable UUID folder, @RequestBody NameV1 request, ServiceContext caller) {
		return this.folders.rename(folder, request.checked(), caller).map(FolderV1::of);
	}

	@DeleteMapping("/{folder}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable UUID folder, ServiceContext caller) {
		return this.folders.delete(folder, caller);
	}

	/**
	 * What a folder shall be called.
	 *
	 * @param name the name
	 */
	record NameV1(@Nullable String name) {

		private static final int MAX_NAME = 100;

		PhiText checked() {
			return PhiText.of(Expect.text(this.name, "name", MAX_NAME));
		}

		@Override
		public String toString() {
			return "NameV1[REDACTED]";
		}

	}

	/**
	 * A folder.
	 */
	record FolderV1(UUID id, String name, Instant createdAt) {

		static FolderV1 of(Folder folder) {
			return new FolderV1(folder.id(), folder.name().reveal(), folder.createdAt());
		}

		@Override
		public String toString() {
			return "FolderV1[" + this.id + "]";
		}

	}

}
