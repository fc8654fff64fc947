package io.hilum.portal.folder;

import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where folders are kept.
 */
public interface FolderStore {

	/**
	 * The folders of somebody.
	 * @param holder whose
	 * @return the folders, oldest first
	 */
	Flux<SealedFolder> list(UUID holder);

	/**
	 * Keep a new folder.
	 * @param holder whose
	 * @param folder the folder
	 * @param max how many there may be
	 * @return {@code false} if there are as many already
	 */
	Mono<Boolean> insert(UUID holder, SealedFolder folder, int max);

	/**
	 * Rename a folder.
	 * @param holder whose
	 * @param id the folder
	 * @param name its name, sealed
	 * @return the folder, or empty
	 */
	Mono<SealedFolder> rename(UUID holder, UUID id, byte[] name);

	/**
	 * Delete a folder. Its conversations are in none then.
	 * @param holder whose
	 * @param id the folder
	 * @return {@code false} if it was not there
	 */
	Mono<Boolean> delete(UUID holder, UUID id);

}
