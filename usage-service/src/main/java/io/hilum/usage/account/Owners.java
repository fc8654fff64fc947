package io.hilum.usage.account;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The teams and applications that keys belong to.
 */
public interface Owners {

	/**
	 * Make sure that a key may be issued to a team and application, and that neither is
	 * deleted before the present transaction ends.
	 * @param team the team
	 * @param application the application
	 * @return patterns of models that its keys are limited to; a refusal as an error
	 */
	Mono<List<String>> admit(String team, @Nullable String application);

}
