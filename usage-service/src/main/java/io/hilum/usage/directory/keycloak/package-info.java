/**
 * The directory in Keycloak.
 */
@NullMarked
package io.hilum.usage.directory.keycloak;

import org.jspecify.annotations.NullMarked;
