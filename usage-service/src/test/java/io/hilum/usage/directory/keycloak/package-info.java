/**
 * Tests of the directory on a real Keycloak.
 */
@NullMarked
package io.hilum.usage.directory.keycloak;

import org.jspecify.annotations.NullMarked;
