package io.hilum.portal.template;

import java.util.Collection;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where templates of people and teams are kept. One is found only with its holder.
 */
public interface TemplateStore {

	/**
	 * Templates in their present versions.
	 * @param holders whose
	 * @return the templates
	 */
	Flux<SealedTemplate> list(Collection<UUID> holders);

	/**
	 * Find a template.
	 * @param id its id
	 * @param holders whose it may be
	 * @param version which version, {@code null} for the present one
	 * @return the template, or empty
	 */
	Mono<SealedTemplate> find(UUID id, Collection<UUID> holders, @Nullable Integer version);

	/**
	 * The versions of a template.
	 * @param id its id
	 * @return its versions, the newest first
	 */
	Flux<TemplateVersion> versions(UUID id);

	/**
	 * Keep a new template.
	 * @param template the template in its first version
	 * @param max how many its holder may have
	 * @return {@code false} if there are as many already
	 */
	Mono<Boolean> insert(SealedTemplate template, int max);

	/**
	 * Keep a new version of a template.
	 * @param template the template in the version after the present one
	 * @return {@code false} if somebody was quicker
	 */
	Mono<Boolean> change(SealedTemplate template);

	/**
	 * Delete a template with all its versions.
	 * @param id its id
	 * @return when it is gone
	 */
	Mono<Void> delete(UUID id);

}
