/**
 * Keycloak as a process of this machine.
 */
@NullMarked
package io.hilum.parts.keycloak;

import org.jspecify.annotations.NullMarked;
