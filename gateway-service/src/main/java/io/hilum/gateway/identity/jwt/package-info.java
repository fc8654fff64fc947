/**
 * Tokens of Entra ID, Keycloak and other OpenID providers.
 */
@NullMarked
package io.hilum.gateway.identity.jwt;

import org.jspecify.annotations.NullMarked;
