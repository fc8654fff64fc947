package io.hilum.gateway.policy;

import io.hilum.trust.context.Authentication;

/**
 * How somebody must have signed in to use a model.
 *
 * @param model the model
 * @param authentication what is required
 */
public record AuthenticationRule(NamePattern model, Authentication authentication) {
}
