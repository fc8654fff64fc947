package io.hilum.gateway.chat.request;

import io.hilum.gateway.models.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * What the path of a request says.
 *
 * @param endpoint what is asked for
 * @param model the model that is asked, which counts more than that of the body, as in
 * Azure's paths; {@code null} if the path names none
 */
public record Asked(Endpoint endpoint, @Nullable String model) {

	public static final Asked CHAT = new Asked(Endpoint.CHAT, null);

}
